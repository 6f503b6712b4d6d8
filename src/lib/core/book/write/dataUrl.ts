import { toBase64 } from '../../base64';

/** Returns bytes as an address that holds them (RFC 2397). */
export const dataUrl = (type: string, bytes: Uint8Array): string =>
	`data:${type};base64,${toBase64(bytes)}`;
