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

  const pasted = copied => (copied ? 'The text has been copied' : 'Copying is not allowed here: press Ctrl and C now');

  // `id` begins the ids of the buttons; of() is asked when one is pressed: {text, file, subject, address, parts, body}.
  function prepare(id, of) {
    const part = name => byId(`${id}-${name}`);
    const say = (text) => {
      part('said').textContent = text;
    };
    part('save').onclick = () => {
      save(of().text, of().file);
      say(`Saved as ${of().file}, where this browser puts what it downloads.`);
    };
    part('copy').onclick = () => say(copy(part('text')) ? 'Copied.' : 'Not allowed here: press Ctrl and C.');
    part('mail').onclick = () => {
      const { subject, text } = of();
      const whole = `mailto:${mailbox()}?${asked({ subject, body: text })}`;
      const fits = whole.length <= mailMost;
      if (!fits) say(`${pasted(copy(part('text')))}: paste it into the e-mail${mailbox() ? '' : ', and write to the contact at the end of this page'}.`);
      else say(mailbox() ? `An e-mail to ${mailbox()} opens.` : 'An e-mail opens; the contact at the end of this page says to whom it goes.');
      follow(fits ? whole : `mailto:${mailbox()}?${asked({ subject })}`);
    };
    if (!part('open')) return;
    part('open').onclick = () => {
      const { address: to, parts, body, text } = of();
      const whole = `${to}?${asked(Object.assign({ [body]: text }, parts))}`;
      const fits = whole.length <= openMost;
      say(fits ? 'A new tab opens with the text in it.' : `${pasted(copy(part('text')))}: it is too long to be sent along, so paste it into the large field of the tab that opens.`);
      follow(fits ? whole : `${to}?${asked(parts)}`);
    };
  }

  return { prepare };
}());
