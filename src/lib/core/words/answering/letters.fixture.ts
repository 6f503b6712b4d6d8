/** Letters, in the form that `linked.fixture.ts` describes. Written and linked for this project. */
export const letters = `
Tack/1 för ditt långa/2 brev/3, som kom/4 fram/4 i förrgår/5. | Thank/1 you/1 for your long/2 letter/3, which arrived/4 the day/5 before/5 yesterday/5.
Vi ser/1 fram/1 emot att träffa/2 er i Stockholm/3 i augusti/4. | We look/1 forward/1 to meeting/2 you in Stockholm/3 in August/4.
Härmed/1 säger/2 jag upp/2 mitt hyreskontrakt/3 från den första/4 maj/5. | I hereby/1 give/2 notice/2 on my tenancy/3 agreement/3 from the first/4 of May/5.
Hoppas/1 att allt är bra/2 med er och att barnen/3 är friska/4. | I hope/1 all is well/2 with you and that the children/3 are in good/4 health/4.
Bifogat/1 finner/2 ni min ansökan/3 och kopior/4 av mina betyg/5. | Please find/2 enclosed/1 my application/3 and copies/4 of my certificates/5.
Jag beklagar/1 att jag inte/2 har svarat/3 tidigare/4. | I am sorry/1 for not/2 replying/3 sooner/4 to your message.
Gunilla/1 hälsar/2 och undrar/3 när du kommer/4 på besök/5. | Gunilla/1 sends/2 her love/2 and wonders/3 when you are coming/4 to visit/5.
Här har det snöat/1 i tre/2 dygn/3 och vägarna/4 är oframkomliga/5. | It has been snowing/1 here for three/2 days/3, and the roads/4 are impassable/5.
Vi har äntligen/1 sålt/2 lägenheten/3 och köpt/4 en liten/5 gård/6 utanför Örebro/7. | We have finally/1 sold/2 the flat/3 and bought/4 a small/5 farm/6 outside Örebro/7.
Var vänlig/1 bekräfta/2 mottagandet/3 av denna faktura/4 inom/5 tio/6 dagar/7. | Please/1 confirm/2 receipt/3 of this invoice/4 within/5 ten/6 days/7.
Det gör/1 mig ont/1 att höra/2 om din makes/3 bortgång/4. | I was so sorry/1 to hear/2 of your husband's/3 passing/4.
Jag skriver/1 med anledning/2 av er annons/3 i lördagens/4 tidning/5. | I am writing/1 in response/2 to your advertisement/3 in Saturday's/4 paper/5.
Resan/1 tog/2 längre/3 tid än beräknat/5 men utsikten/6 var magnifik/7. | The journey/1 took/2 longer/3 than expected/5, but the view/6 was magnificent/7.
Skicka/1 gärna några bilder/3 på den nya/4 valpen/5. | Do send/1 a few pictures/3 of the new/4 puppy/5.
Varan/1 var trasig/2 när jag öppnade/3 paketet/4 och bruksanvisningen/11 fattades/12. | The item/1 was broken/2 when I opened/3 the parcel/4 and the instructions/11 were missing/12.
Min lärare/1 säger/2 att jag har gjort/3 stora/4 framsteg/5 i franska/6. | My teacher/1 says/2 I have made/3 great/4 progress/5 in French/6.
Vi önskar/1 er en god/2 jul/3 och ett gott/4 nytt/5 år/6. | We wish/1 you a merry/2 Christmas/3 and a happy/4 new/5 year/6.
Farmor/1 har fått/2 ett rum/3 med balkong/4 på äldreboendet/5. | Grandma/1 has been given/2 a room/3 with a balcony/4 at the care/5 home/5.
Jag bor/1 hos en snäll/2 familj/3 som har tre/4 hästar/5. | I'm staying/1 with a kind/2 family/3 who have three/4 horses/5.
Beloppet/1 kommer att dras/2 från ert konto/3 den sista/4 varje månad/5. | The amount/1 will be deducted/2 from your account/3 on the last/4 day of each month/5.
Du kan inte/1 ana/2 hur mycket/3 jag saknar/4 dig. | You can't/1 imagine/2 how much/3 I miss/4 you these days.
Midsommar/1 firade/2 vi på landet/3 med sill/4, potatis/5 och dans/6. | We celebrated/2 Midsummer/1 in the country/3 with herring/4, potatoes/5 and dancing/6.
Tyvärr/1 måste vi meddela/2 att tjänsten/3 redan/4 är tillsatt/5. | Unfortunately/1 we have to inform/2 you that the post/3 has already/4 been filled/5.
Jag bifogar/1 ett recept/2 på mammas/3 kanelbullar/4 som du brukade/11 få/12 när vi hälsade/13 på/13. | I enclose/1 a recipe/2 for Mum's/3 cinnamon/4 buns/4 that you used/11 to get/12 when we visited/13.
Kurt/1 är sig lik/2: han klagar/3 på maten/4 och äter/5 allt/6. | Kurt/1 hasn't changed/2: he complains/3 about the food/4 and eats/5 everything/6.
Bröllopet/1 äger/2 rum/2 i Ljusdals/3 kyrka/4 klockan tre/5. | The wedding/1 will take/2 place/2 in Ljusdal/3 church/4 at three/5 o'clock.
Med anledning/1 av ombyggnaden/2 stängs/3 vattnet/4 av/3 på måndag/5 förmiddag/6. | Owing/1 to the rebuilding/2 work/2, the water/4 will be turned/3 off/3 on Monday/5 morning/6.
Hälsa/1 Birgitta/2 så hjärtligt/3 från oss båda/4 och säg/11 att vi hoppas/12 kunna komma/13 till påsk/14. | Give/1 our warmest/3 regards/1 to Birgitta/2 from us both/4 and tell/11 her we hope/12 to come/13 at Easter/14.
Jag har läst/1 din roman/2 två/3 gånger/4 och gråtit/5 båda/6 gångerna/7. | I have read/1 your novel/2 twice/3/4, and wept/5 both/6 times/7.
Har ni bokat/1 biljetterna/2, eller ska jag göra/3 det? | Have you booked/1 the tickets/2, or shall I do/3 it?
Räkningen/1 är felaktig/2, eftersom vi aldrig/3 beställde/4 någon frukost/5. | The bill/1 is incorrect/2, since we never/3 ordered/4 any breakfast/5.
Jag längtar/1 hem/2 ibland/3, men studierna/4 går/5 bra/6. | I am sometimes/3 homesick/1/2, but my studies/4 are going/5 well/6.
Tack/1 vare/1 er generositet/2 kan tolv/3 barn/4 börja/5 skolan/6. | Thanks/1 to/1 your generosity/2, twelve/3 children/4 can start/5 school/6.
Ert ärende/1 handläggs/2 av undertecknad/3 under vecka/4 tolv/5. | Your case/1 will be processed/2 by the undersigned/3 in week/4 twelve/5.
Sigrids/1 knä/2 är bättre/3, fast/4 hon haltar/5 fortfarande/6. | Sigrid's/1 knee/2 is better/3, although/4 she still/6 limps/5.
Jag lovade/1 att berätta/2 hur det gick/3 med auktionen/4. | I promised/1 to tell/2 you how the auction/4 went/3.
Kan du tänka/1 dig/1 att ställa/2 upp/2 som kassör/3 i föreningen/4? | Would you consider/1 standing/2 as treasurer/3 of the association/4?
Vi packar/1 för fullt/2 och flyttbilen/3 kommer/4 på fredag/5. | We're packing/1 like mad/2, and the removal/3 van/3 comes/4 on Friday/5.
Ni är hjärtligt/1 välkomna/2 till vår invigningsfest/3 den fjärde/11 juni/12. | You are most warmly/1 welcome/2 to our opening/3 party/3 on the fourth/11 of June/12.
Han är lika/1 envis/2 som sin morfar/3 var. | He is just as/1 stubborn/2 as his grandfather/3 used to be.
Jag hittade/1 ett gammalt/2 fotografi/3 av oss i byrålådan/4. | I found/1 an old/2 photograph/3 of us in the drawer/4.
Skulle ni kunna skicka/1 en ny/2 laddare/3 utan kostnad/4? | Could you send/1 a new/2 charger/3 free/4 of charge/4?
Äpplena/1 är mogna/2 och vi kokar/3 mos/4 varje kväll/5. | The apples/1 are ripe/2, and we make/3 apple sauce/4 every evening/5.
I helgen/1 var vi ute/2 med segelbåten/3 för första/4 gången/5. | At the weekend/1 we were out/2 in the sailing/3 boat/3 for the first/4 time/5.
Din vän/1 Oskar/2 verkar/3 vara en pålitlig/4 person/5. | Your friend/1 Oskar/2 seems/3 to be a reliable/4 person/5.
Vi förbehåller/1 oss rätten/2 att ändra/3 programmet/4 utan föregående/11 meddelande/12. | We reserve/1 the right/2 to change/3 the programme/4 without prior/11 notice/12.
Doktorn/1 sa/2 att jag borde vila/3 mer/4 och arbeta/5 mindre/6. | The doctor/1 said/2 I ought to rest/3 more/4 and work/5 less/6.
Min dator/1 har gått/2 sönder/2, så jag skriver/3 för/3 hand/3. | My computer/1 has broken/2 down/2, so I'm writing/3 by/3 hand/3.
Hundvalpen/1 tuggar/2 på allt/3 den kommer/4 åt/4, senast/11 på farfars/12 tofflor/13. | The puppy/1 chews/2 everything/3 it can get/4 hold/4 of, most recently/11 Grandpa's/12 slippers/13.
Vi uppskattar/1 verkligen/2 er hjälp/3 under dessa svåra/4 månader/5. | We truly/2 appreciate/1 your help/3 during these difficult/4 months/5.
Jag ska försöka/1 ringa/2 på söndag/3 om täckningen/4 är bättre/5. | I'll try/1 to ring/2 on Sunday/3 if the reception/4 is better/5.
Hustrun/1 och jag tillbringade/2 vintern/3 i Spanien/4 och mår/11 mycket/12 bättre/13 nu/14. | My wife/1 and I spent/2 the winter/3 in Spain/4 and feel/11 much/12 better/13 now/14.
Ring/1 mig så snart/2 du kommer/3 fram/3, oavsett/11 hur sent/12 det är! | Call/1 me as soon/2 as you get/3 there/3, please, no matter/11 how late/12 it is!
Glasögonen/1 låg/2 kvar/2 i er soffa/3, som tur/4 var. | My glasses/1 had been left/2 on your sofa/3, luckily/4.
Styrelsen/1 har godkänt/2 er begäran/3 om förlängd/4 ledighet/5. | The board/1 has approved/2 your request/3 for extended/4 leave/5.
Jag vill inte/1 oroa/2 dig, men taket/3 läcker/4 igen/5. | I don't/1 want to worry/2 you, but the roof/3 is leaking/4 again/5.
Vi hyr/1 ut/1 rummet/2 till en italiensk/3 student/4. | We are letting/1 the room/2 to an Italian/3 student/4.
Hösten/1 är vacker/2 här, med gula/3 björkar/4 och klar/5 luft/6. | Autumn/1 is beautiful/2 here, with yellow/3 birches/4 and clear/5 air/6.
Ta/1 med/1 dig varma/2 kläder/3, för nätterna/4 är kalla/5. | Bring/1 warm/2 clothes/3 with you, because the nights/4 are cold/5.
Med vänliga/1 hälsningar/2 och förhoppning/3 om ett snabbt/4 svar/5. | With kind/1 regards/2, and in the hope/3 of a prompt/4 reply/5.
`;
