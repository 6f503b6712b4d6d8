import { parseAffixes } from '../affix';

/** Suffixes that make Swedish words of others. Written for this project. */
export const swedishSuffixes = parseAffixes(`
# adjective
het n3 = being ~
isera v1 = make ~
isering n2 = making ~
tvis ad = ~ly
aktig a1 = rather ~
göra v4 gör gjorde gjort gjord = make ~
ling n2 = ~ one
mässig a1 = ~
artad a3 = of a ~ kind
sinnad a3 = ~-minded
ögd a1 = ~-eyed
# verb
ning n2 = ~ing
ing n2 = ~ing
ande t4 = ~ing
ende t4 = ~ing
are n5 = one who ~s, ~er
else n3 = ~ing
bar a1 = possible to ~, ~able
barhet n0 = being possible to ~
lig a1 = possible to ~
eri t3 = ~ing
sam a1 = inclined to ~
ör n3 = one who ~s
värd a1 = worth ~ing
# noun
era v1 = ~
mässig a1 = as regards ~, of ~
mässigt ad = as regards ~
vis ad = by the ~
aktig a1 = like ~
lös a1 = without ~
löshet n0 = lack of ~
fri a1 = free from ~
skap t5 = ~ship
skap n0 = ~ship
inna n1 = female ~
isera v1 = make into ~
isering n2 = making into ~
ist n3 = ~ist
ism n3 = ~ism
isk a3 = of ~
ig a1 = ~y
sam a1 = with ~
bo n3 bon bor borna = inhabitant of ~
artad a3 = like ~
# name
bo n3 bon bor borna = inhabitant of ~
# adverb
vis ad = ~
`);

/** Prefixes that make Swedish words of others; those that the lexicon has as first parts are absent. */
export const swedishPrefixes = parseAffixes(`
# adjective
o px = not ~, un~
miss px = wrongly ~
van px = badly ~
jätte px = very ~
# noun
o px = lack of ~, un~
miss px = bad ~
van px = lack of ~
jätte px = giant ~
# verb
o px = not ~
miss px = mis~
van px = mis~
om px = ~ again, re~
åter px = ~ again, re~
av px = ~ off
`);
