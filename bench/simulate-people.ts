import type { Participant } from '../report/index.ts';

const GIVEN =
  'Rosalba Dawit Oksana Emeka Thanh Ysenia Marek Fatou Gonzalo Ilse Nkechi Ramiro Soledad Tariq Ursula Viktor Wanjiru Xiomara Yusuf Zoltan Amparo Bogdan Chidi Delfina Evaristo Farhad Graciela Hamid Irena Jovan'.split(
    ' ',
  );
const FAMILY =
  'Quintanilla Asrat Wierzba Okafor Nguyen Tamez Ixcoy Keita Marchlik Sadvakasov Villalobos Wrobel Zavala Bui Castaneda Dlamini Echeverria Farouk Gutowski Hakimi Ibarra Jankovic Kowalczyk Lukashenko Mbeki Navarrete Ocampo Petrosyan Quispe Rahimi Sepulveda Tovar Ugarte Velasquez Warsame Ximenez Yilmaz Zapata Ahmadi Bautista Cienfuegos Dragomir Escobedo Fuentes Gebre Huaman Iturbide Juarez Kamara Ledezma Montejo Nowak Orozco Pacheco Quezada Restrepo Szabo Tesfaye Urrutia Vasilenko'.split(
    ' ',
  );
const OFFICERS =
  'Petrick Hathcock Pettibone Youngquist Ellingboe Kohlmeyer Brandvold Dressler Fenwick Gustafson Hollister Ingersoll Jorgensen Kirkland Lindqvist Mortensen Nordstrom Osterman Pruitt Rasmussen Stavros Thorvald Underhill Vanderbeek Whitlock Yarborough Zellner Aldrich Bjornson Culpepper'.split(
    ' ',
  );
const STREETS = 'Locust Dover Hatch Juniper Sycamore Larkspur Chestnut Hawthorn Willow Magnolia'.split(' ');

/** One of `words`, chosen by `seed`. */
function pick(words: readonly string[], seed: number): string {
  return words[seed % words.length] ?? '';
}

/** An officer of one of the two sides; sixty of them take turns over a case's contacts. */
export function officerOf(side: 'police' | 'immigration', contact: number): Participant {
  const family = pick(OFFICERS, contact * 7 + (side === 'police' ? 0 : 3));
  const given = pick(side === 'police' ? ['Pat', 'Lee'] : ['Kim', 'Alex'], contact);
  const domain = side === 'police' ? 'police.example' : 'authority.example';
  return {
    name: `${given} ${family}`,
    address: `${given[0]}${family}@${domain}`.toLowerCase(),
    side,
    component: side === 'police' ? null : 'ERO',
    role: side === 'police' ? 'analyst' : null,
  };
}

/** What a message says of the private person that its contact is about: 1,800 people, each known in full and for short. */
export function mentionOf(contact: number, message: number): string {
  const person = (contact * 11) % (GIVEN.length * FAMILY.length);
  const [given, family] = [pick(GIVEN, person), pick(FAMILY, Math.floor(person / GIVEN.length))];
  if (message > 0) return `Mr. ${family} posted bond, ${given} was with him.`;
  const [month, day] = [(person % 12) + 1, (person % 28) + 1];
  const phone = `(555) ${200 + (person % 700)}-${String(1000 + person).slice(-4)}`;
  const house = `${100 + person} ${pick(STREETS, person)} St`;
  return `The driver was ${given} ${family}, DOB ${month}/${day}/${1960 + (person % 40)}, lives at ${house}, phone ${phone}, case 15-${String(10_000 + contact)}.`;
}
