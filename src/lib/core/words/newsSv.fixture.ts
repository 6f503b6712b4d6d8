/**
 * Sixty Swedish sentences in the manner of news, on varied subjects; written for this project. The
 * two words that the lexicon lacked were added to it: look-up knew 767 of the 769 before.
 */
export const newsSv = `
Regeringen presenterade på torsdagen ett nytt förslag om hur elnätet ska byggas ut i norra Sverige.
Enligt utredaren kan kostnaderna stiga med upp till tolv miljarder kronor under de närmaste tio åren.
Oppositionen är kritisk och menar att satsningen kommer alldeles för sent.
Två personer fördes till sjukhus efter en kollision mellan en lastbil och en personbil på E18.
Polisen har inlett en förundersökning om vållande till annans död, men ingen är ännu misstänkt.
Räddningstjänsten fick lägga flera timmar på att släcka skogsbranden, som hade spridit sig snabbt i den hårda vinden.
Riksbanken lämnar styrräntan oförändrad, vilket de flesta bedömare hade räknat med.
Inflationen sjönk oväntat mycket i mars och ligger nu strax under målet på två procent.
Hushållen har blivit mer försiktiga och drar ner på både resor och restaurangbesök.
Bostadspriserna fortsätter att falla i storstäderna, medan de ökar något på landsbygden.
Forskare vid universitetet i Uppsala har hittat ett protein som tycks bromsa sjukdomens förlopp hos möss.
Resultaten, som publiceras i en ansedd tidskrift, måste dock bekräftas i större studier.
Vårdköerna växer i hela landet och allt fler patienter tvingas vänta längre än vårdgarantin tillåter.
Barnmorskorna hotar att säga upp sig om inte arbetsvillkoren förbättras före sommaren.
En ny vaccinationskampanj mot mässling inleds nästa vecka på flera vårdcentraler.
Skolverket varnar för att var femte elev lämnar grundskolan utan fullständiga betyg.
Läraren, som undervisat i matematik i trettio år, säger att klasserna aldrig har varit så stökiga.
Universiteten får hård kritik för att de inte följer upp vad som händer med doktoranderna.
Svenska damlandslaget vann med 3–1 mot Norge i gårdagens kvalmatch och är klart för mästerskapet.
Målvakten gjorde flera avgörande räddningar i slutminuterna och hyllades efteråt av lagkamraterna.
Efter en skadefylld säsong väljer skidåkaren att avsluta karriären vid bara tjugosju års ålder.
Domaren delade ut fyra gula kort och ett rött innan matchen till slut blåstes av.
Filmen bygger på en sann historia och handlar om två syskon som skiljs åt under kriget.
Författaren belönades med ett prestigefyllt pris för sin skildring av livet i en avfolkad bruksort.
Utställningen visar målningar som länge ansågs försvunna och som nu för första gången hänger tillsammans.
Konserten ställdes in med kort varsel eftersom sångerskan hade drabbats av lunginflammation.
Tusentals människor samlades på torget för att protestera mot den föreslagna pensionsreformen.
Demonstranterna kastade sten mot polisen, som svarade med tårgas och vattenkanoner.
Presidenten avfärdade anklagelserna som grundlösa och vägrade besvara journalisternas frågor.
Fredssamtalen bröt samman sedan parterna inte lyckats enas om villkoren för ett eldupphör.
Enligt FN befinner sig över en miljon civila på flykt undan striderna.
Utrikesministern kallade upp ambassadören och krävde en förklaring till det inträffade.
EU-länderna enades sent i går kväll om hårdare sanktioner mot regimen.
Gränskontrollerna förlängs med ytterligare sex månader, meddelar inrikesdepartementet.
En domstol i Haag dömde den tidigare generalen till livstids fängelse för brott mot mänskligheten.
Åklagaren yrkar på fyra års fängelse för grov misshandel och olaga hot.
Den åtalade nekar till brott och hävdar att han handlade i självförsvar.
Högsta domstolen beviljar inte prövningstillstånd, och därmed står hovrättens dom fast.
Företaget varslar trehundra anställda om uppsägning till följd av vikande efterfrågan.
Aktien rasade med tio procent sedan bolaget hade lagt fram en överraskande svag kvartalsrapport.
Facket anser att ledningen borde ha agerat betydligt tidigare.
Strejken lamslår kollektivtrafiken i huvudstaden och väntas pågå hela veckan.
Den nystartade fabriken ska tillverka batterier till elbilar och ge arbete åt tusen personer.
Butikskedjan stänger ett femtiotal butiker och flyttar en stor del av försäljningen till nätet.
Havsisen i Arktis har krympt till den minsta utbredning som någonsin uppmätts.
Glaciärerna smälter fortare än väntat, och det får följder för dricksvattnet i hela regionen.
Torkan har lett till missväxt och många bönder har tvingats slakta sina djur.
Länsstyrelsen vill freda vargstammen, men jägarna kräver utökad skyddsjakt.
Naturvårdsverket föreslår strängare regler för utsläpp av kväve i Östersjön.
Stormen fällde tusentals träd och lämnade stora delar av kusten utan ström.
Myndigheten uppmanar allmänheten att hålla sig inomhus och undvika onödiga resor.
Bron stängs av för trafik medan ingenjörerna undersöker sprickorna i fundamentet.
Tågen mellan Göteborg och Malmö står stilla på grund av ett signalfel.
Den nya tunnelbanelinjen blir både dyrare och mer försenad än vad politikerna har utlovat.
En hackergrupp tar på sig ansvaret för attacken som slog ut kommunens datorer.
Tillsynsmyndigheten bötfäller appföretaget för att ha samlat in personuppgifter utan samtycke.
Allt fler unga skaffar sina nyheter via sociala medier, visar en färsk undersökning.
Kyrkan rymmer ett välbevarat altarskåp från medeltiden som nu ska restaureras varsamt.
Hon växte upp på en gård utanför Skellefteå och drömde redan som barn om att bli pilot.
Grannarna berättar att de hördes höga röster från lägenheten strax innan larmet gick.
`
	.trim()
	.split('\n');
