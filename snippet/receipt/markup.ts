// HTML as text, in which nothing that is put in can be anything but text: whatever is not marked as HTML is escaped.

export interface Html {
  readonly html: string;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeText = (text: string): string =>
  // What no text holds: control characters, and those that turn the direction of what follows.
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"']/g, (each) => references[each]!);

type Part = string | number | Html | readonly Html[];

const partOf = (part: Part): string => {
  if (Array.isArray(part)) return part.map(({ html: inner }: Html) => inner).join('');
  return typeof part === 'object' ? (part as Html).html : escapeText(String(part));
};

export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings
    .map((string, at) => string + (at < parts.length ? partOf(parts[at]!) : ''))
    .join(''),
});

/** Data for machines, in a script element that runs nothing: no end tag and no comment can be in it. */
export const embedded = (value: unknown): Html => ({
  html: JSON.stringify(value).replace(
    /[<>&\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
});
