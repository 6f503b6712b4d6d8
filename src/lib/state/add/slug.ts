/** Returns a readable and unique id: the title’s letters, and a few random ones. */
export function slug(title: string | undefined, random: string): string {
	const words = (title ?? '')
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 48)
		.replace(/-+$/, '');
	const suffix = random.replace(/[^a-z0-9]/g, '').slice(0, 6);
	return words ? `${words}-${suffix}` : `text-${suffix}`;
}
