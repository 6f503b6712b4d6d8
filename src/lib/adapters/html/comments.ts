/**
 * Finds readers’ comments by how they are built, as few pages name them in a way that all share: at
 * the end of a page, several elements side by side that each begin with a name and go on with text.
 */
import { around } from './dom/around';
import { classesOf, is } from './dom/names';
import { type HtmlDocument } from './dom/document';
import { isElement, type HtmlElement } from './dom/nodes';
import { isProse, PageLines } from './pageLines';

/** Fewest comments that are known by their form alone. */
const minPosts = 3;
/** Characters of running text before comments; with less the page is a thread, not an article. */
const minArticle = 200;
/** Share of the text before them that may follow comments known by their names alone. */
const maxAfter = 0.2;

const threadName =
	/^(?:comments?|comments?-?(?:area|list|section|thread|container|wrapper|block)|commentlist|disqus_thread|kommentar(?:er|sfält|slista)?|lasarkommentarer)$/i;
const authorClass =
	/(?:^|[-_])(?:author|user(?:name)?|nick(?:name)?|poster|namn|signatur|avsandare)(?:$|[-_])/i;

const mayBeThread = is(
	'div',
	'section',
	'aside',
	'ol',
	'ul',
	'dl',
	'form',
	'figure',
	'details',
	'footer'
);

export function commentsOf(page: HtmlDocument): readonly HtmlElement[] {
	const lines = new PageLines(page.body);
	const all = page.body.elements();
	const headed = around(all.filter(is('h1', 'h2', 'h3')));
	const timed = around(all.filter(is('time')));
	const named = all.filter(
		(element) =>
			[element.id, ...classesOf(element)].some((name) => threadName.test(name)) &&
			mayBeThread(element) &&
			followsArticle(element, lines)
	);
	const threads = [page.body, ...all].flatMap((parent) =>
		runsOf(parent, lines, (element) => (headed.has(element) ? null : postOf(element, lines, timed)))
	);
	return outermost([
		...named,
		...threads.filter((posts) => isThread(posts, lines)).flatMap((posts) => widened(posts, lines))
	]);
}

/** What an element shows of being a comment. */
interface Post {
	readonly element: HtmlElement;
	/** The line with its author’s name; null for none. */
	readonly name: string | null;
	readonly isDated: boolean;
	/** True if it can be answered, liked or reported. */
	readonly isAnswerable: boolean;
	readonly isAuthored: boolean;
}

const mayBePost = is('div', 'li', 'article', 'section', 'aside');

/** Returns the runs of posts among an element’s children. Text of another kind ends a run. */
function runsOf(
	parent: HtmlElement,
	lines: PageLines,
	asPost: (element: HtmlElement) => Post | null
): readonly (readonly Post[])[] {
	const runs: Post[][] = [[]];
	for (const child of parent.children) {
		const post = mayBePost(child) ? asPost(child) : null;
		if (post) runs.at(-1)?.push(post);
		else if (lines.prose(...lines.range(child)) > 0) runs.push([]);
	}
	return runs.filter((run) => run.length >= minPosts);
}

const date =
	/\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b|\b\d+ (?:sekund|minut|timm|dag|veck|månad|år|second|minute|hour|day|week|month|year)\p{L}* (?:sedan|ago)\b|^(?:i dag|idag|i går|igår|yesterday|today)\b/iu;
const action =
	/^(?:svara|reply|permalink|permalänk|gilla|like|anmäl|report|citera|quote|upvote|rösta|flag)\b/i;
/** Lengths in characters. */
const [maxName, maxDate, maxAction] = [40, 60, 30];
const nameWord = String.raw`(?:[\p{Lu}\d][\p{L}\d_.'’-]*|von|van|af|av|de|den|der|of)`;
const fullName = String.raw`[\p{L}\d_.@'’-]+(?: ${nameWord}){0,3}`;
const says = String.raw`(?: (?:skriver|skrev|säger|sade|says|said|writes|wrote))?:?`;
/** What may follow a name on its line: a sign, or the beginning of a date. */
const follows = String.raw`[,(|·•–—-]|(?:den|kl|on|at|för|i)\b|idag|igår|today|yesterday|\d`;
const nameAlone = new RegExp(String.raw`^(${fullName})${says}$`, 'u');
const nameAndDate = new RegExp(String.raw`^(${fullName}?)${says}\s*(?:${follows})`, 'u');

/** Returns the name with which a line begins; null where it begins with none. */
function nameIn(line: string, isTimed: boolean): string | null {
	const isDated = isTimed || date.test(line);
	if (line.length > (isDated ? maxDate : maxName)) return null;
	const [, name] = nameAlone.exec(line) ?? (isDated ? nameAndDate.exec(line) : null) ?? [];
	return name !== undefined && /\p{L}/u.test(name) && !/[.!?]$/.test(name) ? name : null;
}

function postOf(
	element: HtmlElement,
	lines: PageLines,
	timed: ReadonlySet<HtmlElement>
): Post | null {
	const [from, to] = lines.range(element);
	if (to - from < 2) return null;
	const [first = '', second = ''] = lines.lines.slice(from, to);
	const ends = [first, second, ...lines.lines.slice(Math.max(from + 2, to - 3), to)];
	const isTimed = timed.has(element);
	const isDated = isTimed || ends.some((line) => line.length <= maxDate && date.test(line));
	const isAnswerable = ends.some((line) => line.length <= maxAction && action.test(line));
	const name = nameIn(first, isTimed) ?? (date.test(first) ? nameIn(second, false) : null);
	if (name === null && !isAnswerable) return null;
	return { element, name, isDated, isAnswerable, isAuthored: hasAuthor(element) };
}

/** Tells whether one of an element’s first two children, or what they begin with, is called the author. */
function hasAuthor(element: HtmlElement): boolean {
	const first = element.firstElementChild;
	for (let child = first; child; child = child.nextElementSibling) {
		let inner: HtmlElement | null = child;
		for (let depth = 0; inner && depth < 3; depth++, inner = inner.firstElementChild)
			if (classesOf(inner).some((name) => authorClass.test(name))) return true;
		if (child !== first) break;
	}
	return false;
}

function isThread(posts: readonly Post[], lines: PageLines): boolean {
	const [first] = posts;
	if (!first || first.element.closest(is('nav', 'header', 'footer'))) return false;
	if (!followsArticle(first.element, lines) || areLinks(posts)) return false;
	const most = (holds: (post: Post) => boolean) => posts.filter(holds).length >= 0.6 * posts.length;
	if (most(({ isAnswerable }) => isAnswerable)) return true;
	const names = posts.flatMap(({ name }) => name ?? []);
	if (names.length < 0.8 * posts.length) return false;
	const distinct = new Set(names).size;
	if (most(({ isDated }) => isDated)) return distinct >= Math.max(2, 0.4 * posts.length);
	return (
		distinct >= 0.6 * posts.length &&
		most(({ element }) => lines.prose(...lines.range(element)) > 0) &&
		(arePeople(names) || most(({ isAuthored }) => isAuthored)) &&
		isApart(posts, lines)
	);
}

/** Share of a post’s characters. Where more are in links, posts are entries of a menu. */
const maxLinked = 0.5;

function areLinks(posts: readonly Post[]): boolean {
	const length = (elements: readonly HtmlElement[]) =>
		elements.reduce((sum, { textContent }) => sum + textContent.trim().length, 0);
	const links = posts.flatMap(({ element }) => element.getElementsByTagName('a'));
	return length(links) > maxLinked * length(posts.map(({ element }) => element));
}

const someone = /^(?:läsare|reader|user|användare|gäst|guest|anonym|anonymous|besökare|visitor)\b/i;

/**
 * Tells whether the names are people’s rather than headings: most have a first and a last name or a
 * number. “Step 1”, “Step 2” are headings; “Reader 1”, “Reader 2” are people.
 */
function arePeople(names: readonly string[]): boolean {
	const counted = names.filter((name) => /^\S+ \d+$/.test(name) && !someone.test(name));
	const full = names.filter((name) => /[ \d]/.test(name));
	return counted.length < 0.5 * names.length && full.length >= 0.5 * names.length;
}

/** Tells whether the page has an article’s text before an element, not round it. */
function followsArticle(element: HtmlElement, lines: PageLines): boolean {
	const [from] = lines.range(element);
	return lines.prose(0, from) >= minArticle;
}

/** Tells whether posts end the page and stand outside the article, not in the row of its blocks. */
function isApart(posts: readonly Post[], lines: PageLines): boolean {
	const [first, last] = [posts[0]?.element, posts.at(-1)?.element];
	if (!first || !last) return false;
	const [from] = lines.range(first);
	const [, to] = lines.range(last);
	const before = lines.prose(0, from);
	if (lines.prose(to, lines.lines.length) > maxAfter * before) return false;
	const article = first.parentNode && isElement(first.parentNode) ? first.parentNode : null;
	if (
		article?.children.some((child) => child.localName === 'p' && isProse(child.textContent.trim()))
	)
		return false;
	const inArticle = first.closest(is('article'));
	const outer = inArticle === first ? null : inArticle;
	return outer === null || lines.prose(lines.range(outer)[0], from) < minArticle;
}

/** Returns the outermost elements that hold the posts and no text of the article. */
function widened(posts: readonly Post[], lines: PageLines): readonly HtmlElement[] {
	const elements = posts.map(({ element }) => element);
	const [first] = elements;
	if (!first) return [];
	const own = elements.reduce((sum, element) => sum + lines.prose(...lines.range(element)), 0);
	let widest: HtmlElement | null = null;
	for (let above = first.parentNode; above && isElement(above); above = above.parentNode) {
		if (above.localName === 'body' || lines.prose(...lines.range(above)) > own) break;
		widest = above;
	}
	return widest ? [widest] : elements;
}

/** Leaves out the elements that stand in another of them. */
function outermost(elements: readonly HtmlElement[]): readonly HtmlElement[] {
	const all = new Set(elements);
	return [...all].filter((element) => {
		const { parentNode: parent } = element;
		return !(parent && isElement(parent) && parent.closest((above) => all.has(above)));
	});
}
