// The four ways out of a form: a file, the clipboard, an e-mail, the place where the catalogue is kept. No text is lost
// on the way: what does not fit into an address is copied, and the page says where to paste it.

const waysOut = (function () {
  const openMost = 8000;
  const mailMost = 1800;

  function copy(area) {
    area.focus();
    area.select();
    try {
      return document.execCommand('copy');
    } catch (error) {
      return false;
    }
  }

  function save(text, name) {
    const link = document.createElement('a');
    const made = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
    link.href = made;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(made), 10000);
  }

  function follow(to) {
    const link = document.createElement('a');
    link.href = to;
    link.target = '_blank';
    link.rel = 'noopener';
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  const asked = parts => Object.keys(parts).map(key => `${key}=${encodeURIComponent(parts[key])}`).join('&');

  // The address that the footer gives as the catalogue's contact.
  function mailbox() {
    const link = document.querySelector('.site-footer a[href^="mailto:"]');
    return link ? link.getAttribute('href').slice(7) : '';
  }

  // What becomes of a text that is too long to be sent along: it has been copied, or the reader has to.
  function pasted(copied, into) {
    return copied ? say('The text has been copied: %s', into) : say('Copying is not allowed here: press Ctrl and C now: %s', into);
  }

  // `id` begins the ids of the buttons; of() is asked when one is pressed: {text, file, subject, address, parts, body}.
  function prepare(id, of) {
    const part = name => byId(`${id}-${name}`);
    const tell = (text) => {
      part('said').textContent = text;
    };
    part('save').onclick = () => {
      save(of().text, of().file);
      tell(say('Saved as %s, where this browser puts what it downloads.', of().file));
    };
    part('copy').onclick = () => tell(copy(part('text')) ? say('Copied.') : say('Not allowed here: press Ctrl and C.'));
    part('mail').onclick = () => {
      const { subject, text } = of();
      const whole = `mailto:${mailbox()}?${asked({ subject, body: text })}`;
      const fits = whole.length <= mailMost;
      if (!fits) {
        tell(pasted(copy(part('text')), mailbox() ? say('paste it into the e-mail.')
          : say('paste it into the e-mail, and write to the contact at the end of this page.')));
      } else {
        tell(mailbox() ? say('An e-mail to %s opens.', mailbox())
          : say('An e-mail opens; the contact at the end of this page says to whom it goes.'));
      }
      follow(fits ? whole : `mailto:${mailbox()}?${asked({ subject })}`);
    };
    if (!part('open')) return;
    part('open').onclick = () => {
      const { address: to, parts, body, text } = of();
      const whole = `${to}?${asked(Object.assign({ [body]: text }, parts))}`;
      const fits = whole.length <= openMost;
      tell(fits ? say('A new tab opens with the text in it.') : pasted(copy(part('text')),
        say('it is too long to be sent along, so paste it into the large field of the tab that opens.')));
      follow(fits ? whole : `${to}?${asked(parts)}`);
    };
  }

  return { prepare };
}());
