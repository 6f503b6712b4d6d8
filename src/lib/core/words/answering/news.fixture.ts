/** News, in the form that `linked.fixture.ts` describes. Written and linked for this project. */
export const news = `
Regeringen/1 föreslår/2 att skatten/3 på diesel/4 sänks/5 från och med nästa/6 år/7. | The government/1 is proposing/2 a cut/5 in the tax/3 on diesel/4 from next/6 year/7.
Polisen/1 misstänker/2 att branden/3 i skolan/4 var anlagd/5. | Police/1 suspect/2 that the fire/3 at the school/4 was started deliberately/5.
Tågtrafiken/1 mellan Malmö/2 och Lund/3 ställdes/4 in/4 på grund av snöfallet/5. | Train/1 services/1 between Malmö/2 and Lund/3 were cancelled/4 because of the snowfall/5.
Kommunen/1 har beslutat/2 att stänga/3 två/4 förskolor/5 i sommar/6. | The council/1 has decided/2 to close/3 two/4 nurseries/5 this summer/6.
Riksbanken/1 höjde/2 styrräntan/3 med en kvarts/4 procentenhet/5, trots/11 att inflationen/12 har sjunkit/13 sedan i höstas/14. | The Riksbank/1 raised/2 its policy/3 rate/3 by a quarter/4 of a percentage/5 point/5, although/11 inflation/12 has fallen/13 since last autumn/14.
Oppositionsledaren/1 kräver/2 att statsministern/3 avgår/4 efter avslöjandena/11 om hans hemliga/12 möten/13 med vapenhandlare/14. | The leader/1 of the opposition/1 is demanding/2 that the prime/3 minister/3 resign/4 after the revelations/11 about his secret/12 meetings/13 with arms/14 dealers/14.
Läkarna/1 varnar/2 för att bristen/3 på sjuksköterskor/4 blir/5 värre/6 i vinter/7. | Doctors/1 warn/2 that the shortage/3 of nurses/4 will get/5 worse/6 this winter/7.
Antalet/1 arbetslösa/2 ungdomar/3 har minskat/4 för tredje/5 månaden/6 i rad/7. | The number/1 of unemployed/2 young/3 people/3 has fallen/4 for the third/5 month/6 running/7.
Fackförbundet/1 säger/2 nej/3 till företagets/4 senaste/5 bud/6 och varslar/11 om strejk/12 i hela/13 branschen/14. | The union/1 has rejected/2/3 the company's/4 latest/5 offer/6 and has given/11 notice/11 of a strike/12 throughout/13 the industry/14.
En kvinna/1 i femtioårsåldern/2 fördes/3 till sjukhus/4 efter olyckan/5. | A woman/1 in her fifties/2 was taken/3 to hospital/4 after the accident/5.
Domstolen/1 anser/2 inte/3 att bevisen/4 räcker/5 för en fällande/6 dom/6. | The court/1 does not/3 consider/2 the evidence/4 sufficient/5 for a conviction/6.
Bolagets/1 aktie/2 rasade/3 med tolv/4 procent/5 under förmiddagen/6. | The company's/1 shares/2 plunged/3 twelve/4 per/5 cent/5 during the morning/6.
Forskare/1 vid Uppsala/2 universitet/3 har hittat/4 spår/5 av en okänd/6 bosättning/7. | Researchers/1 at Uppsala/2 University/3 have found/4 traces/5 of an unknown/6 settlement/7.
Hundratals/1 människor/2 samlades/3 på torget/4 för att protestera/5 mot nedläggningen/6. | Hundreds/1 of people/2 gathered/3 in the square/4 to protest/5 against the closure/6.
Utrikesministern/1 träffar/2 sin finska/3 kollega/4 i Helsingfors/5 på torsdag/6. | The foreign/1 minister/1 will meet/2 her Finnish/3 counterpart/4 in Helsinki/5 on Thursday/6.
Fler/1 pensionärer/2 väljer/3 att flytta/4 från villan/5 till en hyresrätt/6. | More/1 pensioners/2 are choosing/3 to move/4 out of their houses/5 and into rented/6 flats/6.
Elpriserna/1 i södra/2 Sverige/3 steg/4 kraftigt/5 under januari/6. | Electricity/1 prices/1 in southern/2 Sweden/3 rose/4 sharply/5 in January/6.
Två/1 män/2 har gripits/3 misstänkta/4 för rån/5 mot en guldsmedsbutik/6. | Two/1 men/2 have been arrested/3 on suspicion/4 of robbing/5 a jeweller's/6.
Lagkaptenen/1 gjorde/2 matchens/3 enda/4 mål/5 strax/6 före pausen/7. | The captain/1 scored/2/5 the only/4 goal/5 of the match/3 just/6 before half-time/7.
Ministern/1 vill inte/2 kommentera/3 uppgifterna/4 om den läckta/5 rapporten/6. | The minister/1 declined/2 to comment/3 on the reports/4 about the leaked/5 document/6.
Lantbrukarna/1 oroar/2 sig/2 för den långa/3 torkan/4, som hotar/11 att förstöra/12 en stor/13 del/14 av veteskörden/15. | Farmers/1 are worried/2 about the long/3 drought/4, which threatens/11 to destroy/12 much/13/14 of the wheat/15 harvest/15.
Museet/1 räknar/2 med rekordmånga/3 besökare/4 till höstens/5 utställning/6. | The museum/1 expects/2 a record/3 number/3 of visitors/4 for its autumn/5 exhibition/6.
Försvarsmakten/1 bekräftar/2 att ett ryskt/3 plan/4 kränkte/5 svenskt/6 luftrum/7. | The Armed/1 Forces/1 confirm/2 that a Russian/3 aircraft/4 violated/5 Swedish/6 airspace/7.
Butikskedjan/1 lägger/2 ner/2 tio/3 varuhus/4 och säger/5 upp/5 trehundra/6 anställda/7. | The retail/1 chain/1 is closing/2 ten/3 stores/4 and laying/5 off/5 three/6 hundred/6 employees/7.
Vattnet/1 i brunnarna/2 är inte/3 längre/3 drickbart/4, enligt/5 länsstyrelsen/6. | According/5 to the county/6 administrative/6 board/6, the water/1 in the wells/2 is no/3 longer/3 fit to drink/4.
Föräldrar/1 till barn/2 med funktionsnedsättning/3 får vänta/5 i månader/6 på hjälp/7. | Parents/1 of children/2 with disabilities/3 have to wait/5 months/6 for help/7.
Nästan/1 hälften/2 av eleverna/3 klarade/4 inte/5 provet/6 i matematik/7. | Almost/1 half/2 of the pupils/3 failed/4/5 the mathematics/7 test/6.
Vägen/1 var avstängd/2 i båda/3 riktningarna/4 i flera/5 timmar/6. | The road/1 was closed/2 in both/3 directions/4 for several/5 hours/6.
Förhandlingarna/1 mellan parterna/2 bröt/3 samman/3 sent/4 på natten/5. | Talks/1 between the parties/2 broke/3 down/3 late/4 at night/5.
Partiledaren/1 lovar/2 att ta/3 upp/3 frågan/4 i riksdagen/5 redan/6 i morgon/7. | The party/1 leader/1 promises/2 to raise/3 the issue/4 in Parliament/5 as early/6 as tomorrow/7.
Stormen/1 lämnade/2 tusentals/3 hushåll/4 utan ström/5 och stoppade/11 all färjetrafik/12 till Gotland/13 under fredagen/14. | The storm/1 left/2 thousands/3 of households/4 without power/5 and halted/11 all ferry/12 services/12 to Gotland/13 on Friday/14.
Myndigheten/1 har fått kritik/3 för långa/4 handläggningstider/5 och dåligt/11 bemötande/12 av sökande/13. | The agency/1 has been criticised/3 for its long/4 processing/5 times/5 and its poor/11 treatment/12 of applicants/13.
Staden/1 planerar/2 att bygga/3 en ny/4 bro/5 över älven/6. | The city/1 plans/2 to build/3 a new/4 bridge/5 across the river/6.
Smittspridningen/1 bland äldre/2 ökar/3 igen/4, visar/5 nya/6 siffror/7. | New/6 figures/7 show/5 that infections/1 among the elderly/2 are rising/3 again/4.
Åklagaren/1 yrkar/2 på fängelse/3 i sex/4 år/5 för mannen/11 som körde/12 in i folkmassan/13. | The prosecutor/1 is calling/2 for a prison/3 sentence of six/4 years/5 for the man/11 who drove/12 into the crowd/13.
Presidentens/1 besök/2 väcker/3 starka/4 känslor/5 i grannlandet/6, där många/11 minns/12 ockupationen/13. | The president's/1 visit/2 is arousing/3 strong/4 feelings/5 in the neighbouring/6 country/6, where many/11 remember/12 the occupation/13.
Hyrorna/1 i Göteborg/2 höjs/3 med i genomsnitt/4 fem/5 procent/6. | Rents/1 in Gothenburg/2 are going/3 up/3 by an average/4 of five/5 per/6 cent/6.
Fjällräddningen/1 letade/2 hela/3 natten/4 efter den försvunna/5 skidåkaren/6. | Mountain/1 rescuers/1 searched/2 all/3 night/4 for the missing/5 skier/6.
Skådespelaren/1 avled/2 i sitt hem/3 i Paris/4 vid åttiosju/5 års ålder/7. | The actor/1 died/2 at home/3 in Paris/4 at the age/7 of eighty-seven/5.
Bara var femte/1 kommun/2 uppfyller/3 kraven/4 i den nya/5 lagen/6. | Only one in five/1 municipalities/2 meets/3 the requirements/4 of the new/5 law/6.
Banken/1 stänger/2 sitt sista/3 kontor/4 i Norrlands/5 inland/6. | The bank/1 is shutting/2 its last/3 branch/4 in inland/6 Norrland/5.
Forskningen/1 finansieras/2 delvis/3 av Europeiska/4 unionen/5 och kommer att pågå/11 i minst/12 fyra/13 år/14 till. | The research/1 is partly/3 funded/2 by the European/4 Union/5 and will go/11 on/11 for at least/12 four/13 more years/14.
Vittnen/1 såg/2 en vit/3 skåpbil/4 lämna/5 platsen/6 i hög/7 fart/8. | Witnesses/1 saw/2 a white/3 van/4 leaving/5 the scene/6 at high/7 speed/8.
Landslaget/1 är klart/2 för semifinal/3 efter segern/4 över Danmark/5. | The national/1 team/1 are through/2 to the semi-finals/3 after their victory/4 over Denmark/5.
Företaget/1 tillverkar/2 batterier/3 till elbilar/4 och bussar/5 men har ännu/11 inte/12 gått/13 med vinst/14. | The company/1 makes/2 batteries/3 for electric/4 cars/4 and buses/5 but has not/12 yet/11 made/13 a profit/14.
Flyktingarna/1 har sovit/2 i tält/3 utanför ambassaden/4 sedan i måndags/5. | The refugees/1 have been sleeping/2 in tents/3 outside the embassy/4 since Monday/5.
Skolverket/1 vill att läroböckerna/2 ska bli billigare/4 och att varje elev/11 får egna/13 böcker/14 i alla ämnen/15. | The National/1 Agency/1 for Education/1 wants textbooks/2 to be cheaper/4 and every pupil/11 to have books/14 of their own/13 in all subjects/15.
Omkring/1 tusen/2 hus/3 skadades/4 av jordskalvet/5 som väckte/11 invånarna/12 strax/13 före gryningen/14. | About/1 a thousand/2 houses/3 were damaged/4 by the earthquake/5 that woke/11 residents/12 shortly/13 before dawn/14.
Rapporten/1 pekar/2 på allvarliga/3 brister/4 i säkerheten/5 ombord/6. | The report/1 points/2 to serious/3 failings/4 in safety/5 on/6 board/6.
Kvinnan/1 nekar/2 till brott/3 och säger/4 att hon har blivit lurad/5. | The woman/1 denies/2 any wrongdoing/3 and says/4 she was tricked/5.
Konsumenterna/1 betalar/2 allt/3 mer/3 för mat/4 och drivmedel/5. | Consumers/1 are paying/2 more/3 and more/3 for food/4 and fuel/5.
Trots regnet/1 gick/2 loppet/3 av/4 stapeln/4 som planerat/5. | Despite the rain/1 the race/3 went/2/4 ahead/2/4 as planned/5.
Arkeologerna/1 tror/2 att skeppet/3 sjönk/4 på fjortonhundratalet/5 under en storm/11 på väg/12 mot Lübeck/13. | The archaeologists/1 believe/2 the ship/3 sank/4 in the fifteenth/5 century/5 during a storm/11 on its way/12 to Lübeck/13.
Partiet/1 gick/2 kraftigt/3 framåt/2 i kommunalvalet/4 men förlorade/11 makten/12 i sitt starkaste/13 fäste/14. | The party/1 made/2 big/3 gains/2 in the local/4 elections/4 but lost/11 power/12 in its strongest/13 bastion/14.
Regionen/1 anställer/2 fler/3 barnmorskor/4 för att korta/5 köerna/6. | The region/1 is hiring/2 more/3 midwives/4 to shorten/5 the queues/6.
Ingen/1 skadades/2 när taket/3 på ishallen/4 rasade/5 under det tunga/11 snötäcket/12 i söndags/13. | Nobody/1 was hurt/2 when the roof/3 of the ice/4 rink/4 collapsed/5 under the heavy/11 blanket/12 of snow/12 on Sunday/13.
Tidningens/1 chefredaktör/2 har bett/3 läsarna/4 om/3 ursäkt/3 för den felaktiga/11 artikeln/12 om borgmästaren/13. | The paper's/1 editor-in-chief/2 has apologised/3 to its readers/4 for the inaccurate/11 article/12 about the mayor/13.
Priset/1 på kaffe/2 har fördubblats/3 på mindre/4 än två/5 år/6. | The price/1 of coffee/2 has doubled/3 in less/4 than two/5 years/6.
FN:s/1 generalsekreterare/2 uppmanar/3 båda/4 sidor/5 att lägga/6 ner/6 vapnen/7. | The UN/1 secretary-general/2 is urging/3 both/4 sides/5 to lay/6 down/6 their arms/7.
Den nya/1 vårdcentralen/2 öppnar/3 tidigast/4 i september/5 nästa/11 år/12, meddelar/13 regionen/14. | The new/1 health/2 centre/2 will open/3 in September/5 at the earliest/4 next/11 year/12, the region/14 announces/13.
`;
