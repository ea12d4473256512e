// Text as readers see it, and its bytes: what the search and the form both know of characters.
//
// Words are handled as the bytes of their UTF-8, one character for each byte: so the index measures, compares and
// stems them, and so the program that checks case studies looks through texts. There are only functions here, as the single
// file has them twice.

function isAscii(text) {
  return /^[\0-\x7f]*$/.test(text);
}

function toBytes(text) {
  if (isAscii(text)) return text;
  return Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join("");
}

function fromBytes(bytes) {
  if (isAscii(bytes)) return bytes;
  return new TextDecoder().decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0)));
}

// Readers see letters for ligatures, full-width, raised and lowered forms, and nothing for what cannot be seen. Here and in
// indexer/base/normalise.c alike.
function isUnseen(letter, last, next) {
  if (letter === "\u200c" || letter === "\u200d") return last < 0x530 && next < 0x530;
  if (/[\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u.test(letter)) return letter === "\u180e" || (last < 0x530 && next !== 0x20e3);
  return /[\u034f\xad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/.test(letter)
    || (/[\u{e0000}-\u{e007f}]/u.test(letter) && last < 0x1f000);
}

// Letters and digits in the hands of mathematics, which fill their blocks in the same order again and again.
function mathematical(letter) {
  const point = letter.codePointAt(0);
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String.fromCharCode(0x30 + ((point - 0x1d7ce) % 10));
  if (point < 0x1d400 || point > 0x1d6a3) return letter;
  const nth = (point - 0x1d400) % 52;
  return String.fromCharCode(nth < 26 ? 0x41 + nth : 0x61 + nth - 26);
}

function standsForLetters(letter) {
  return /[\u02b0\u02b3\u02e2\u1d48\u1d57\u207f\u2090-\u2093\u2095-\u209c\ufb00-\ufb06\ufe50\ufe52\ufe63\ufe6b\uff01-\uff5e\uffe1]/.test(letter);
}

function normalise(text) {
  let plain = "";
  let last = 0; // the character before
  let letters = 0; // how many it ends with
  let raised = false; // it ends with a digit that was raised or lowered
  const all = Array.from(text);
  all.forEach((letter, i) => {
    if (isUnseen(letter, last, i + 1 < all.length ? all[i + 1].codePointAt(0) : 0)) return;
    const isLowered = /[\u2080-\u2089]/.test(letter) && (raised || !(last >= 0x30 && last <= 0x39));
    const isRaised = /[\xb9\xb2\xb3\u2070\u2074-\u2079]/.test(letter) && (raised || (letters > 0 && letters <= 2));
    const form = isLowered || isRaised || standsForLetters(letter) ? letter.normalize("NFKC") : mathematical(letter);
    plain += form;
    raised = isLowered || isRaised;
    last = form.length > 1 && form !== letter ? form.charCodeAt(form.length - 1) : form.codePointAt(0);
    letters = (last >= 0x41 && last <= 0x5a) || (last >= 0x61 && last <= 0x7a) ? letters + 1 : 0;
  });
  return plain;
}
