import { parseAffixes } from '../affix';

/** Suffixes that Swedish and English have in common, `~` for what stands before them. */
export const swedishCognates = parseAffixes(`
tion n3 = ~tion
sion n3 = ~sion
xion n3 = ~xion
gion n3 = ~gion
ism n3 = ~ism
ist n3 = ~ist
istisk a3 = ~istic
itet n3 = ~ity
logi n3 = ~logy
log n3 = ~logist
logisk a3 = ~logical
grafi n3 = ~graphy
graf n3 = ~graph
grafisk a3 = ~graphic
nomi n3 = ~nomy
nomisk a3 = ~nomic
sofi n3 = ~sophy
sof n3 = ~sopher
krati n3 = ~cracy
krat n3 = ~crat
metri n3 = ~metry
meter n2 = ~metre
pati n3 = ~pathy
terapi n3 = ~therapy
skop t5 = ~scope
gram t5 = ~gram
fon n3 = ~phone
fobi n3 = ~phobia
mani n3 = ~mania
isk a3 = ~ic, ~ical
iv a1 = ~ive
ivt ad = ~ively
ell a1 = ~al
al a1 = ~al
abel a2 = ~able
ibel a2 = ~ible
är a1 = ~ary
ant a1 = ~ant
ent a1 = ~ent
ant n3 = ~ant
ent n3 = ~ent
ens n3 = ~ence
ans n3 = ~ance
ment t5 = ~ment
isera v1 = ~ise
isering n2 = ~isation
iserad a3 = ~ised
fiera v1 = ~fy
fiering n2 = ~fication
era v1 = ~ate, ~e
erad a3 = ~ated, ~ed
ering n2 = ~ation
erande t4 = ~ing
ator n3 = ~ator
tor n3 = ~tor
tör n3 = ~tor, ~ter
ör n3 = ~er, ~eur
ur n3 = ~ure
at t5 = ~ate
id n3 = ~ide
in n3 = ~in, ~ine
os n3 = ~osis
os a1 = ~ose
ös a1 = ~ous
ium t3 = ~ium
ik n3 = ~ics, ~ic
iker n5 = ~ician
teri t3 = ~tery
ian n3 = ~ian
ism t3 = ~ism
oid a1 = ~oid
`);

const changes: readonly (readonly [RegExp, string])[] = [
	[/kv/g, 'qu'],
	[/ck/g, 'ck'],
	[/sk(?=[ei])/g, 'sc'],
	[/k(?=[aoulr]|$|t|n)/g, 'c'],
	[/ks/g, 'x'],
	[/ä/g, 'e'],
	[/ö/g, 'e'],
	[/å/g, 'a'],
	[/^fil|^fys|^fot/, 'ph$&'],
	[/^phf/, 'ph'],
	[/(?<=[aeiou])j(?=[aou])/g, 'i'],
	[/é/g, 'e']
];

/** Spells the beginning of a Swedish loan word as English does: `demokra`, `democra`. */
export const respellForEnglish = (stem: string): string =>
	changes.reduce((text, [from, to]) => text.replace(from, to), stem);
