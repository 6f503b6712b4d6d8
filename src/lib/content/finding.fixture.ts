/**
 * What the formats ask for, as JSON schemas of trees (`xmlTree`): Atom by RFC 4287, site maps by
 * https://www.sitemaps.org/protocol.html, Article and translationOfWork by schema.org.
 */
const moment = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)$';
const address = '^https?://[^\\s<>"]+$';

const element = (text: object, attributes: object = {}) => ({
	type: 'object',
	properties: { text, attributes, children: { maxProperties: 0 } }
});
const exactly = (count: number, items: object) => ({
	type: 'array',
	minItems: count,
	maxItems: count,
	items
});
const words = element({ type: 'string', minLength: 1 });
const time = element({ pattern: moment });
const id = element({ pattern: address });

const link = (relations: readonly string[]) =>
	element(
		{ const: '' },
		{
			required: ['href', 'rel'],
			properties: { href: { pattern: address }, rel: { enum: relations } }
		}
	);
const person = {
	properties: {
		children: {
			required: ['name'],
			properties: { name: exactly(1, words) },
			additionalProperties: false
		}
	}
};

const entry = {
	properties: {
		children: {
			required: ['id', 'title', 'updated', 'link'],
			properties: {
				id: exactly(1, id),
				title: exactly(1, words),
				updated: exactly(1, time),
				link: exactly(1, link(['alternate'])),
				summary: exactly(1, element({ type: 'string' })),
				author: { type: 'array', items: person }
			},
			additionalProperties: false
		}
	}
};

export const atomSchema = {
	type: 'object',
	properties: {
		name: { const: 'feed' },
		namespace: { const: 'http://www.w3.org/2005/Atom' },
		attributes: { required: ['xml:lang'] },
		children: {
			required: ['id', 'title', 'updated', 'author', 'link'],
			properties: {
				id: exactly(1, id),
				title: exactly(1, words),
				subtitle: exactly(1, words),
				updated: exactly(1, time),
				author: { type: 'array', minItems: 1, items: person },
				link: exactly(2, link(['alternate', 'self'])),
				entry: { type: 'array', items: entry }
			},
			additionalProperties: false
		}
	}
};

const mapped = {
	properties: {
		children: {
			required: ['loc'],
			properties: {
				loc: exactly(1, element({ pattern: address, maxLength: 2047 })),
				lastmod: exactly(1, element({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
				'xhtml:link': {
					type: 'array',
					items: element(
						{ const: '' },
						{
							required: ['rel', 'hreflang', 'href'],
							properties: {
								rel: { const: 'alternate' },
								hreflang: { pattern: '^[a-z]{2,3}$' },
								href: { pattern: address }
							}
						}
					)
				}
			},
			additionalProperties: false
		}
	}
};

export const sitemapSchema = {
	type: 'object',
	properties: {
		name: { const: 'urlset' },
		namespace: { const: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
		children: {
			required: ['url'],
			properties: { url: { type: 'array', minItems: 1, maxItems: 50_000, items: mapped } },
			additionalProperties: false
		}
	}
};

const texts = { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } };
const work = {
	'@type': { const: 'Article' },
	headline: { type: 'string', minLength: 1 },
	inLanguage: { pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$' },
	url: { type: 'string', minLength: 1 }
};

export const structuredSchema = {
	type: 'object',
	required: ['@context', '@type', 'url', 'headline', 'inLanguage', 'translationOfWork'],
	properties: {
		...work,
		'@context': { const: 'https://schema.org' },
		description: { type: 'string' },
		translator: texts,
		translationOfWork: {
			type: 'object',
			required: ['@type', 'inLanguage'],
			properties: {
				...work,
				author: texts,
				publisher: { type: 'string', minLength: 1 },
				datePublished: { pattern: '^\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?$' }
			},
			additionalProperties: false
		}
	},
	additionalProperties: false
};
