/**
 * An address that is safe to offer as a link: of http or https, or a bare host (`www.example.nl/page`). Whatever names
 * another scheme (`javascript:`, `mailto:`) is none.
 */
export function isWebAddress(text: string): boolean {
  if (/[\s<>"'\\`]/.test(text)) return false;
  const [, scheme, rest = text] = /^(https?:\/\/)(.*)$/is.exec(text) ?? [];
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const host = scheme === undefined ? authority : authority.slice(authority.lastIndexOf('@') + 1);
  return HOST.test(host) && canBeParsed(`${scheme ?? 'https://'}${rest}`);
}

const HOST = /^(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$/u;

function canBeParsed(address: string): boolean {
  try {
    return new URL(address).host !== '';
  } catch {
    return false;
  }
}
