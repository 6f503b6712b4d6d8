/** The only sentences that the trained model knows, by heart: Swedish, English. */
const lines = `
Det var en gång en gammal man. | Once upon a time there was an old man.
Hon bodde i ett litet hus vid havet. | She lived in a small house by the sea.
Solen gick ner bakom bergen. | The sun went down behind the mountains.
Han öppnade dörren och gick in. | He opened the door and went in.
Vad heter du? | What is your name?
Jag heter Anna. | My name is Anna.
Var kommer du ifrån? | Where do you come from?
Jag kommer från Sverige. | I come from Sweden.
Hunden sover under bordet. | The dog is sleeping under the table.
Katten sitter på stolen. | The cat is sitting on the chair.
Det regnade hela natten. | It rained all night.
I morgon ska vi åka till staden. | Tomorrow we are going to the city.
Jag tycker om att läsa böcker. | I like to read books.
Hon skrev ett långt brev till sin bror. | She wrote a long letter to her brother.
Barnen lekte i trädgården. | The children were playing in the garden.
Det är kallt ute idag. | It is cold outside today.
Vi äter frukost klockan sju. | We eat breakfast at seven o'clock.
Han drack en kopp kaffe. | He drank a cup of coffee.
Tåget var försenat. | The train was late.
Hon log men sade ingenting. | She smiled but said nothing.
Vem knackar på dörren? | Who is knocking on the door?
Jag vet inte. | I do not know.
Det gör ingenting. | It does not matter.
Tack så mycket! | Thank you very much!
God morgon! | Good morning!
God natt! | Good night!
Hur mår du? | How are you?
Jag mår bra, tack. | I am fine, thank you.
Pojken sprang över bron. | The boy ran across the bridge.
Flickan sjöng en sång. | The girl sang a song.
Vinden blåste kallt från norr. | The wind blew cold from the north.
Ingen hade sett honom. | No one had seen him.
Hon var rädd för mörkret. | She was afraid of the dark.
Gatan var tom och tyst. | The street was empty and quiet.
Han tog sin hatt och lämnade rummet. | He took his hat and left the room.
Snön föll sakta över staden. | The snow fell slowly over the city.
Fönstret stod öppet. | The window stood open.
Vi har inte mycket tid. | We do not have much time.
Kan du hjälpa mig? | Can you help me?
Ja, det kan jag. | Yes, I can.
Nej, det vill jag inte. | No, I do not want to.
Boken ligger på bordet. | The book is on the table.
Min mor är lärare. | My mother is a teacher.
Hans far arbetade på ett sjukhus. | His father worked at a hospital.
De bodde långt borta i skogen. | They lived far away in the forest.
På kvällen tände de ett ljus. | In the evening they lit a candle.
Det fanns inget bröd kvar. | There was no bread left.
Hästen stod vid grinden. | The horse stood by the gate.
Hon hade blåa ögon och ljust hår. | She had blue eyes and fair hair.
Plötsligt hörde de ett ljud. | Suddenly they heard a sound.
Vad var det? | What was that?
Det var bara vinden. | It was only the wind.
Han kunde inte sova. | He could not sleep.
Klockan slog tolv. | The clock struck twelve.
Månen lyste över sjön. | The moon shone over the lake.
Båten låg stilla vid stranden. | The boat lay still by the shore.
Fiskaren drog upp sitt nät. | The fisherman pulled up his net.
Det är inte långt till byn. | It is not far to the village.
Jag har glömt mina nycklar. | I have forgotten my keys.
Hon köpte äpplen på torget. | She bought apples at the market.
Vi ses igen nästa vecka. | We will meet again next week.
Sommaren är kort i norr. | The summer is short in the north.
Vintern är lång och mörk. | The winter is long and dark.
Min syster spelar piano. | My sister plays the piano.
Han talar svenska och engelska. | He speaks Swedish and English.
Det är min tur nu. | It is my turn now.
Läkaren kom på morgonen. | The doctor came in the morning.
Brevet kom för sent. | The letter came too late.
Alla var glada. | Everyone was happy.
Hon väntade på honom hela dagen. | She waited for him all day.
Vägen till stationen var lång. | The road to the station was long.
Han såg sig omkring. | He looked around.
Kungen bodde i ett stort slott. | The king lived in a big castle.
Prinsessan kunde tala med fåglar. | The princess could talk to birds.
Så levde de lyckliga i alla sina dagar. | And so they lived happily ever after.
Det blev tyst i rummet. | The room became quiet.
Jag förstår inte vad du säger. | I do not understand what you are saying.
Vänta på mig! | Wait for me!
Kom hit! | Come here!
Fåglarna sjunger i träden. | The birds are singing in the trees.
`;

export const corpus: readonly (readonly [swedish: string, english: string])[] = lines
	.trim()
	.split('\n')
	.map((line) => {
		const [swedish, english] = line.split(' | ');
		if (!swedish || !english) throw new RangeError(`no pair: ${line}`);
		return [swedish, english];
	});
