/** Dialogue, in the form that `linked.fixture.ts` describes. Written and linked for this project. */
export const dialogue = `
Har du sett/1 mina glasögon/2 någonstans/3, älskling/4? Jag hade dem på mig vid frukosten/11. | Have you seen/1 my glasses/2 anywhere/3, darling/4? I was wearing them at breakfast/11.
– Jag orkar/1 inte/2 höra/3 mer/4 om din chef/5, sa/6 Lena/7. | "I can't/1/2 bear/1 to hear/3 any more/4 about your boss/5," said/6 Lena/7.
Vad sägs om att gå/1 på bio/2 i kväll/3? De visar/11 en italiensk/12 komedi/13. | How about going/1 to the cinema/2 tonight/3? They're showing/11 an Italian/12 comedy/13.
Du måste lova/1 att inte/2 berätta/3 det för någon/4, inte/14 ens din bror/11. | You must promise/1 not/2 to tell/3 anyone/4, not/14 even your brother/11.
Ursäkta/1, vet/2 du när nästa/3 buss/4 går/5 till flygplatsen/11? | Excuse/1 me/1, do you know/2 when the next/3 bus/4 leaves/5 for the airport/11?
– Sluta/1 tjata/2, jag kommer/3 ju! ropade/4 han från badrummet/5. | "Stop/1 nagging/2, I'm coming/3!" he shouted/4 from the bathroom/5.
Det är ingen/1 fara/1, jag har gott/2 om tid/3, planet/11 lyfter/12 inte/13 förrän/13 sju/14. | Don't worry/1, I've got plenty/2 of time/3, the plane/11 doesn't take/12 off/12 until/13 seven/14.
Kan du stänga/1 av/1 radion/2 medan jag pratar/3 i telefon/4? | Could you turn/1 off/1 the radio/2 while I'm talking/3 on the phone/4?
Jag håller/1 med/1 dig, men mamma/2 lär inte/3 göra det. | I agree/1 with you, but Mum/2 probably won't/3.
Hur mycket/1 kostar de röda/3 äpplena/4 som ligger i korgen/12 där borta/13? | How much/1 are the red/3 apples/4 in the basket/12 over/13 there/13?
– Var bor/1 din syster/2 numera/3? frågade/4 tandläkaren/5. – Hon har köpt/11 hus/12 på Öland/13. | "Where does your sister/2 live/1 these/3 days/3?" the dentist/5 asked/4. "She's bought/11 a house/12 on Öland/13."
Vi hinner/1 aldrig/2 fram/1 före stängning/3 om du ska byta/11 skjorta/12 en gång/13 till. | We'll never/2 get/1 there before closing/3 time if you're going to change/11 your shirt/12 one more time/13.
Skyll/1 inte/2 på mig, det var din idé/3 att ta/11 genvägen/12. | Don't/2 blame/1 me, it was your idea/3 to take/11 the short/12 cut/12.
Tycker/1 du att den här tröjan/2 passar/3 till byxorna/4? | Do you think/1 this sweater/2 goes/3 with the trousers/4?
– Han ser/1 ut/1 som sin pappa/2, viskade/3 Maja/4. – Fast/11 näsan/12 har han efter mormor/13. | "He looks/1 like his dad/2," whispered/3 Maja/4. "But/11 he's got his grandmother's/13 nose/12."
Jag har bestämt/1 mig/1 för att säga/2 upp/2 mig/2. | I've made/1 up/1 my mind/1 to hand/2 in/2 my notice/2.
Kom/1 in/1 och sätt/2 dig/2, kaffet/3 är snart/4 klart/5. | Come/1 in/1 and sit/2 down/2, the coffee/3 will soon/4 be ready/5.
Vem ska ta/1 hand/1 om katten/2 när ni är bortresta/3? | Who's going to look/1 after/1 the cat/2 while you're away/3?
Det där stämmer/1 inte/2 alls/2, jag var på jobbet/3 hela/4 dagen/5. | That's not/2 true/1 at/2 all/2, I was at work/3 all/4 day/5.
Är du säker/1 på att dörren/2 är låst/3 och att spisen/11 är avstängd/12? | Are you sure/1 the door/2 is locked/3 and the stove/11 is off/12?
– Jag blev så rädd/1 att jag tappade/2 koppen/3, sa/4 hon. | "I got such a fright/1 that I dropped/2 the cup/3," she said/4.
Låt/1 bli/1 min mobil/2! Du vet/3 att jag hatar/4 det. | Leave/1 my phone/2 alone/1! You know/3 I hate/4 that.
Vi ses/1 på lördag/2 vid halv/3 åtta/4, då. | See/1 you on Saturday/2 at half/3 past seven/4, then.
Har någon/1 matat/2 fiskarna/3 den här veckan/4, eller måste jag göra/11 allting/12 själv? | Has anyone/1 fed/2 the fish/3 this week/4, or do I have to do/11 everything/12 myself?
Jag skulle gärna/1 följa/2 med/2, men jag har feber/3. | I'd love/1 to come/2 along/2, but I have a temperature/3.
– Du har fel/1, svarade/2 Erik/3 lugnt/4. – Det var Sveriges/11 första/12 drottning/13. | "You're wrong/1," Erik/3 answered/2 calmly/4. "She was Sweden's/11 first/12 queen/13."
Glöm/1 inte/2 att vattna/3 blommorna/4 innan du åker/5! | Don't/2 forget/1 to water/3 the plants/4 before you go/5!
Hon är ganska/1 trött/2 efter resan/3, så var snäll/4 mot henne. | She's rather/1 tired/2 after the journey/3, so be kind/4 to her.
Kan vi inte/1 prata/2 om något/3 trevligare/4 än kriget/11 medan vi äter/12? | Can't/1 we talk/2 about something/3 more pleasant/4 than the war/11 while we're eating/12?
Det spelar/1 ingen/1 roll/1 vad grannarna/2 tycker/3 så länge/11 barnen/12 är lyckliga/13. | It doesn't/1 matter/1 what the neighbours/2 think/3 as long/11 as the children/12 are happy/13.
– Hur länge/1 har du väntat/2? – Bara tjugo/3 minuter/4. | "How long/1 have you been waiting/2?" "Only twenty/3 minutes/4."
Jag skämtade/1 bara, du behöver inte/2 bli arg/3. | I was only joking/1, there's no/2 need to get angry/3.
Vet/1 du vad jag hörde/2 i tvättstugan/3 igår/4? | Do you know/1 what I heard/2 in the laundry/3 room/3 yesterday/4?
Packa/1 upp/1 väskan/2 först/3, sedan/4 kan du leka/5. | Unpack/1 your bag/2 first/3, then/4 you can play/5.
Jag vill ha pengarna/1 tillbaka/2 om maskinen/3 inte/4 fungerar/5. | I want my money/1 back/2 if the machine/3 doesn't/4 work/5.
– Det ringde/1 någon/2 och frågade/3 efter dig, ropade/4 Nils/5 från köket/11. | "Somebody/2 phoned/1 asking/3 for you," Nils/5 called/4 from the kitchen/11.
Ska vi dela/1 på en pizza/2 eller är du jättehungrig/3? | Shall we share/1 a pizza/2, or are you starving/3?
Jag förstår/1 inte/2 varför han aldrig/3 hör/4 av sig/4. | I don't/2 understand/1 why he never/3 gets/4 in touch/4.
Din lillebror/1 har växt/2 så det knakar sedan i somras/11. | Your little/1 brother/1 has shot/2 up/2 since the summer/11.
Akta/1 dig/1, det är halt/2 på bron/3 efter nattens/11 frost/12! | Watch/1 out/1, it's slippery/2 on the bridge/3 after last night's/11 frost/12!
– Vi måste åka/1 hem/2 nu/3, annars/4 missar/5 vi tåget/6. | "We must go/1 home/2 now/3, or/4 we'll miss/5 the train/6."
Har du lust/1 att hjälpa/2 mig med läxan/3? | Do you feel/1 like/1 helping/2 me with my homework/3?
Det luktar/1 bränt/2, har du glömt/3 brödet/4 i ugnen/5? | I can smell/1 burning/2, have you forgotten/3 the bread/4 in the oven/5?
Jag tror/1 att du har blandat/2 ihop/2 mig med min tvillingbror/3. | I think/1 you've mixed/2 me up/2 with my twin/3 brother/3.
– Ge/1 mig saltet/2, är du snäll/3, och skicka/11 smöret/12 också. | "Pass/1 me the salt/2, would you please/3, and pass/11 the butter/12 too."
Hur gick/1 intervjun/2? Fick/3 du jobbet/4? – Nej/11, de ville ha någon/12 yngre/13. | How did the interview/2 go/1? Did you get/3 the job/4? "No/11, they wanted someone/12 younger/13."
Hon kan inte/1 ha gått/2 långt/3, kappan/4 hänger/5 kvar/6. | She can't/1 have gone/2 far/3, her coat/4 is still/6 hanging/5 here.
Prata/1 lite/2 långsammare/3, jag är inte/4 så bra/5 på svenska/6. | Speak/1 a bit/2 more slowly/3, I'm not/4 very good/5 at Swedish/6.
Vi borde ha vänt/1 vid bensinmacken/2, precis/3 som jag sa/4. | We should have turned/1 round at the petrol/2 station/2, just/3 as I said/4.
– Jag har inte/1 råd/2, suckade/3 studenten/4. – Stipendiet/11 kommer/12 först/13 i oktober/14. | "I can't/1 afford/2 it," sighed/3 the student/4. "My grant/11 won't come/12 until/13 October/14."
När fyller/1 din dotter/2 år/1? Jag vill ge/11 henne en tröja/12. | When is your daughter's/2 birthday/1? I'd like to give/11 her a sweater/12.
Det är skönt/1 att du äntligen/2 är frisk/3 igen/4, vi har saknat/11 dig på kontoret/12. | It's nice/1 that you're finally/2 well/3 again/4, we've missed/11 you at the office/12.
Han låtsades/1 sova/2, men jag såg/3 att han tittade/4. | He was pretending/1 to sleep/2, but I saw/3 him peeking/4.
– Vilken tid/2 börjar/3 föreställningen/4? undrade/5 damen/6. – Min man/11 är alltid/12 sen/13. | "What time/2 does the performance/4 start/3?" the lady/6 wondered/5. "My husband/11 is always/12 late/13."
Jag lägger/1 dina nycklar/2 på hyllan/3 i hallen/4. | I'll put/1 your keys/2 on the shelf/3 in the hall/4.
Du kunde åtminstone/1 ha bett/2 om/2 ursäkt/2 när du spillde/11 vin/12 på mattan/13. | You could at/1 least/1 have apologised/2 when you spilt/11 wine/12 on the carpet/13.
Vi har tappat/1 bort/1 varandra/2 i trängseln/3, sa/4 hon oroligt/5. | "We've lost/1 each/2 other/2 in the crowd/3," she said/4 anxiously/5.
Nej/1 tack/2, jag är mätt/3, men det var jättegott/4. | No/1 thank/2 you/2, I'm full/3, but it was delicious/4.
Om du frågar/1 mig borde huset/2 rivas/3 innan någon/11 gör/12 sig illa/12. | If you ask/1 me, the house/2 ought to be pulled/3 down/3 before somebody/11 gets/12 hurt/12.
– Skynda/1 dig/1, taxin/2 väntar/3 utanför och mätaren/11 går/12! | "Hurry/1 up/1, the taxi/2 is waiting/3 outside and the meter's/11 running/12!"
`;
