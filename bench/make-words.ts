/**
 * Writes `classify/lexicon/words.json`: the words to which those that a scan has misread are put back, and the words that are no
 * misreading whatever they look like. Run it where labelled items or lexicons have changed much.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { partJoined } from '../classify/mend-tokens.ts';
import { indexWords, misreadingOf, type WordIndex } from '../classify/misread-words.ts';
import { dictionaryWords, labelledBodies, linesOf, peopleNames } from './word-lists.ts';

const OUT = 'classify/lexicon/words.json';
/** Items in which a frequent word stands at least, and files in which one stands that is taken for spelled as it should be. */
const FEWEST_ITEMS = 30;
const FEWEST_FILES = 3;
/** The same for one of three letters, which looks like many others. */
const FEWEST_ITEMS_SHORT = 150;
/** How often such a word stands, against the one of which it may be a misreading, if no dictionary has it. */
const LEAST_SHARE = 0.01;
/** What dictionaries of this size do not have, and would be taken for a word of the lexicons. */
const BY_HAND = (
  'attache attaches detailer detailers proned releasee releasees transportee stollen warrand farrant suspecter refuser ' +
  'warrantable arrestable bonder whatnot leso rsms bsms ' +
  'holdaway holdridge holdsworth crossno nowell hasan hashim hadnot hadfield callan callas callis rosano morano agenta goodin ' +
  'denia neven enver tarik radoi alten allien carnot cannat annot destro jokin elize bazil crina marijana jacey bagus salvadori ' +
  'barrientoz tomaz uzice grenada romoland olean brookings grambling ringling notting walding macheta cantel carna carral laert ' +
  'personel writen paroll detoxx solicitar ilegal informacion documentos deportacion detencion notificacion direccion nacional ' +
  'capitan avise violacion victimas municipale passeport departement confirmer arret tous prizon moun ' +
  'isbell weston atwater hermine juana maric weah occean mucu aslan jael freud deporte deportes peten hemet punjab'
).split(' ');
/** Short forms that are read as a scan's only where they are in small letters and the scan is poor: "thc" for "the". */
const IN_CAPITALS = new Set(['thc', 'oui']);
/** Spanish words that stand in English records and look like English ones. */
const SPANISH = (
  'nadie tarde minuto minutos ellas este esta esto estos tener hace hacer fui visto doy poder llamar placa carcel informe reporte ' +
  'transporte transportes residente presente pagar renta restaurante nota notas notar borde bordar arresto arreste oficial ' +
  'mexicana mexicano inspectores interprete pandilla norteno bato cita pelo domestica domestico aliar alian aliento victima ' +
  'parola falsa falso juvenil minar visos nene nada nono sobre entre donde cuando porque antes ahora hasta desde como para pero ' +
  'casa casas carro carros calle noche noches dias hola hijo hija hijos padre madre hermano hermana amigo amiga trabajo trabaja ' +
  'dinero policia migra papeles permiso licencia cobre buen bueno buena siete seis cinco cuatro tres cero uno dos mas menos ' +
  'todo todos toda todas nunca siempre persona personas nombre camino gato puerta semana mes ano ayer manana hermanos mismo ' +
  'otra otro otros otras gente verdad quiero quiere puede vamos venir viene salir sale llega llego carne leche vida mundo parte'
).split(' ');
const WORD = /[a-zà-ÿ]+/g;

const items = new Map<string, number>();
const files = new Map<string, Set<string>>();
for (const { file, body } of labelledBodies()) {
  for (const word of new Set(body.toLowerCase().match(WORD) ?? [])) {
    items.set(word, (items.get(word) ?? 0) + 1);
    files.set(word, (files.get(word) ?? new Set()).add(file));
  }
}
const { cues } = JSON.parse(readFileSync('classify/lexicon/cues.json', 'utf8')) as {
  cues: Record<string, string[]>;
};
// A beginning such as "deport*" is no word.
const ofCues = new Set(
  Object.values(cues).flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(/\s+/))),
);
const real = new Set(
  [...dictionaryWords(), ...peopleNames(), ...BY_HAND, ...SPANISH].map((word) => word.toLowerCase()),
);
/** Short words that decide by themselves are not put back: "ICC" is no ICE, and "nct" no denial. */
const DECIDING = /^(?:ice|ero|hsi|cbp|uscis|lesc|dhs|detainer|warrant\..*|neg|event\..*|status|off\..*)$/;
const shortCues = new Set(Object.keys(cues).flatMap((cue) => (DECIDING.test(cue) ? cues[cue]! : [])));
const isShort = (word: string): boolean => word.length < 5;
const counted = [...items].filter(([word, count]) =>
  isShort(word)
    ? /^[a-z]{3,4}$/.test(word) &&
      count >= (word.length === 3 ? FEWEST_ITEMS_SHORT : FEWEST_ITEMS) &&
      real.has(word) &&
      !shortCues.has(word)
    : /^[a-z]+$/.test(word) && count >= FEWEST_ITEMS,
);
const ofDictionary = indexWords({
  frequent: counted
    .filter(([word]) => real.has(word))
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word),
  other: [],
  deciding: [],
});
/** True for what labelled items that were made to look scanned have in place of another word. */
function isScanned(word: string, among: WordIndex): boolean {
  if (word.length <= 3 || real.has(word) || ofCues.has(word)) return false;
  const other = misreadingOf(word, among)?.word;
  return other !== undefined && items.get(word)! < LEAST_SHARE * (items.get(other) ?? 0);
}
const often = counted.filter(([word]) => !isScanned(word, ofDictionary)).map(([word]) => word);
// Phrases have some words as scans read them.
const cueWords = [...ofCues].filter(
  (word) => real.has(word) || misreadingOf(word, ofDictionary)?.by !== 'shape',
);
const spelled = cueWords.filter((word) => /^[a-z]{5,}$/.test(word) && (real.has(word) || items.has(word)));
const frequent = [...new Set([...often, ...spelled])].sort(
  (a, b) => (items.get(b) ?? 0) - (items.get(a) ?? 0) || (a < b ? -1 : 1),
);
const bare = indexWords({ frequent, other: [], deciding: [] });
const seen = [...files]
  .filter(([word, own]) => own.size >= FEWEST_FILES && !isScanned(word, bare))
  .map(([word]) => word);
/** Pieces of frequent words that are words, such as those of "in formation". */
const pieces = frequent.flatMap((word) =>
  Array.from(word, (_, at) => [word.slice(0, at), word.slice(at)])
    .flat()
    .filter((piece) => real.has(piece)),
);
const deciding = [...shortCues].filter((word) => /^[a-z]{2,4}$/.test(word)).sort();
const index = indexWords({ frequent, other: [...seen, ...cueWords], deciding });
/** True for a word that would be taken for two. */
function isCut(word: string): boolean {
  const tokens = [{ text: word, start: 0, end: word.length }];
  partJoined(tokens, word, index);
  return tokens.length > 1;
}
const mistakable = [...real].filter((word) => misreadingOf(word, index) !== null || isCut(word));
const isFrequent = new Set(frequent);
const other = [...new Set([...seen, ...cueWords, ...pieces, ...mistakable])]
  .filter((word) => /^[a-zà-ÿ]+$/.test(word) && !isFrequent.has(word) && !IN_CAPITALS.has(word))
  .sort();

writeFileSync(
  OUT,
  `${JSON.stringify({ frequent: linesOf(frequent), deciding: linesOf(deciding), other: linesOf(other) }, null, 2)}\n`,
);
process.stdout.write(`${OUT}: ${frequent.length} frequent words, ${other.length} others\n`);
