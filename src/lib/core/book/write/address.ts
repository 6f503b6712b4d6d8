import { withoutIllegalCharacters } from '../../translation/exchange/normal';

/**
 * Returns the address of a link as RFC 3986 has it, which EPUB asks for: everything else is
 * percent-encoded. Null for an address without a host or a mailbox, and for a
 * host that is not written in ASCII: its words stand without a link.
 */
export function address(href: string): string | null {
	const [, start, rest] =
		/^(https?:\/\/[\w.-]+(?::\d{1,5})?(?=[/?#]|$)|mailto:[^?#]+)(.*)$/isu.exec(href) ?? [];
	if (start === undefined || rest === undefined) return null;
	const [path = '', ...fragment] = rest.split('#');
	const end = fragment.length > 0 ? `#${encoded(fragment.join('%23'))}` : '';
	return encoded(start) + encoded(path) + end;
}

/** Matches what may not stand in an address: all but the characters of RFC 3986. */
const foreign = /%(?![0-9a-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/giu;

const encoded = (text: string): string =>
	withoutIllegalCharacters(text).replace(foreign, (one) => encodeURIComponent(one));
