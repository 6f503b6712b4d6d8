import { parseAffixes } from '../affix';

/** Suffixes that make English words of others, with Swedish glosses. Written for this project. */
export const englishSuffixes = parseAffixes(`
# adjective
ly ad = ~t
ally ad = ~t
ness n = ~het
ity n = ~het
ish a = ganska ~
en v = göra ~
ise v = göra ~
# verb
er n = en som ska ~, ~are
or n = en som ska ~, ~are
able a = möjlig att ~
ible a = möjlig att ~
ability n = möjlighet att ~
ing n = att ~, ~ande
ingly ad = ~ande
ment n = att ~
ation n = att ~
ion n = att ~
tion n = att ~
al n = att ~
ance n = att ~
ence n = att ~
ive a = som kan ~
ant n = en som ska ~
ee n = en som man ska ~
# noun
less a = utan ~
lessness n = brist på ~
ful a = full av ~
like a = lik ~
ship n = ~skap
hood n = ~skap
dom n = ~dom
ist n = ~ist
ism n = ~ism
ish a = lik ~
y a = full av ~
ise v = göra till ~
ic a = som har med ~ att göra
ical a = som har med ~ att göra
al a = som har med ~ att göra
wise ad = vad gäller ~
ward ad = mot ~
wards ad = mot ~
er n = en som har med ~ att göra
eer n = en som har med ~ att göra
ess n = kvinnlig ~
ette n = liten ~
like a = lik ~
free a = fri från ~
proof a = säker mot ~
worthy a = värd ~
`);

export const englishPrefixes = parseAffixes(`
# adjective
un px = o~, inte ~
in px = o~, inte ~
im px = o~, inte ~
ir px = o~, inte ~
il px = o~, inte ~
dis px = o~, inte ~
non px = icke ~
over px = alltför ~
ultra px = ytterst ~
semi px = halv~
pre px = ~ i förväg
inter px = mellan~
multi px = fler~
post px = ~ efteråt
anti px = anti~
pro px = vänlig mot ~
self px = själv~
# adverb
un px = o~, inte ~
in px = o~, inte ~
# verb
un px = ~ tillbaka, inte ~
re px = ~ igen, åter~
dis px = inte ~
mis px = ~ fel, miss~
over px = ~ för mycket, över~
under px = ~ för lite, under~
out px = ~ bättre än
de px = ~ tillbaka, av~
pre px = ~ i förväg
co px = ~ tillsammans, sam~
# noun
un px = o~
non px = icke-~
anti px = anti~
co px = med~
re px = åter~
sub px = under~
super px = super~
ex px = före detta ~
vice px = vice ~
mis px = fel~
over px = för mycket ~
under px = för lite ~
counter px = mot~
inter px = mellan~
dis px = brist på ~
grand px = ~ (en generation bort)
step px = styv~
great px = ~ (en generation till)
micro px = mikro~
mini px = mini~
multi px = fler~
neo px = ny~
post px = efter~
pre px = för~
self px = själv~
semi px = halv~
`);
