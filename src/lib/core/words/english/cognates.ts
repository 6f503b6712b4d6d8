import { parseAffixes } from '../affix';

/** Suffixes that English and Swedish have in common, `~` for what stands before them. */
export const englishCognates = parseAffixes(`
tion n = ~tion
sion n = ~sion
ism n = ~ism
ist n = ~ist
istic a = ~istisk
ity n = ~itet
logy n = ~logi
logist n = ~log
logical a = ~logisk
graphy n = ~grafi
graphic a = ~grafisk
graph n = ~graf
nomy n = ~nomi
nomic a = ~nomisk
sophy n = ~sofi
sopher n = ~sof
cracy n = ~krati
cratic a = ~kratisk
crat n = ~krat
metry n = ~metri
metre n = ~meter
pathy n = ~pati
therapy n = ~terapi
scope n = ~skop
gram n = ~gram
phone n = ~fon
phobia n = ~fobi
mania n = ~mani
ics n = ~ik
ic a = ~isk
ical a = ~isk
ive a = ~iv
al a = ~al, ~ell
able a = ~abel
ible a = ~ibel
ary a = ~är
ant a = ~ant
ent a = ~ent
ant n = ~ant
ent n = ~ent
ence n = ~ens
ance n = ~ans
ment n = ~ment
ise v = ~isera
isation n = ~isering
ify v = ~ifiera
ification n = ~ifiering
ate v = ~era
ate n = ~at
ator n = ~ator
tor n = ~tor
ure n = ~ur
ide n = ~id
ine n = ~in
osis n = ~os
ous a = ~ös
ium n = ~ium
ian n = ~ian
ician n = ~iker
oid a = ~oid
`);

const changes: readonly (readonly [RegExp, string])[] = [
	[/qu/g, 'kv'],
	[/ph/g, 'f'],
	[/th/g, 't'],
	[/rh/g, 'r'],
	[/x/g, 'x'],
	[/sch/g, 'sk'],
	[/ch(?=[aoulr])/g, 'k'],
	[/c(?=[aoulrt]|$)/g, 'k']
];

/** Spells the beginning of an English loan word as Swedish does: `democra`, `demokra`. */
export const respellForSwedish = (stem: string): string =>
	changes.reduce((text, [from, to]) => text.replace(from, to), stem);
