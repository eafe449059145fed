import type { UserRole } from '../services/kernel/roles.ts';
import type { Life } from './lives.ts';

/** Somebody who was invented, at an address that can never receive mail (RFC 2606). */
export interface DemoPerson {
  readonly role: UserRole;
  readonly firstName: string;
  readonly lastName: string;
}

const person = (role: UserRole, name: string): DemoPerson => {
  const [firstName = '', ...rest] = name.split(' ');
  return { role, firstName, lastName: rest.join(' ') };
};

export const proofreaders = ['Inès Marchand', 'Hugo Lefèvre'].map((name) => person('PROOFREADER', name));
export const customers = [
  'Claire Dumas',
  'Émile Garnier',
  'Nadia Benali',
  'Théo Roussel',
  'Margaux Le Goff',
  'Samuel Okafor',
  'Agnès Delaunay',
  'Léo Fontaine',
  'Zoé Perrin',
  'Yves Caradec',
].map((name) => person('CUSTOMER', name));

export interface DemoOrder {
  /** Working days ago. */
  readonly placed: number;
  readonly life: Life;
  /** `Correction` is by the page, the others are packs. */
  readonly service: 'Correction' | 'Édition' | 'Rédaction';
  readonly pages: number;
  readonly title: string;
}

const order = (placed: number, life: Life, [service, pages, title]: [DemoOrder['service'], number, string]) =>
  ({ placed, life, service, pages, title }) satisfies DemoOrder;

/** A year of orders, the oldest first, and some of each state at its end. */
export const demoOrders: readonly DemoOrder[] = [
  order(250, 'accepted', ['Correction', 212, 'Les Marées de Ker Avel']),
  order(246, 'accepted', ['Édition', 180, 'Petit traité des jardins clos']),
  order(241, 'revised', ['Correction', 318, 'La Nuit du passeur']),
  order(237, 'cancelled', ['Correction', 96, 'Carnets d’un veilleur']),
  order(233, 'accepted', ['Correction', 144, 'Une saison à Douarnenez']),
  order(228, 'accepted', ['Rédaction', 220, 'Mémoires d’un ferronnier']),
  order(224, 'accepted', ['Correction', 275, 'Ce que dit le fleuve']),
  order(219, 'refunded', ['Correction', 189, 'Trois lettres pour Odile']),
  order(214, 'accepted', ['Édition', 130, 'Recettes de la rue Sainte-Catherine']),
  order(210, 'accepted', ['Correction', 402, 'Les Héritiers du Grand-Lieu']),
  order(205, 'revised', ['Correction', 167, 'Le Chant des carrières']),
  order(201, 'accepted', ['Correction', 88, 'Poèmes du quai']),
  order(196, 'accepted', ['Correction', 233, 'L’Été des cousins']),
  order(191, 'accepted', ['Édition', 210, 'Vivre avec les abeilles']),
  order(187, 'cancelled', ['Rédaction', 150, 'Le Roman de la filature']),
  order(182, 'accepted', ['Correction', 156, 'Où vont les phares']),
  order(178, 'accepted', ['Correction', 301, 'La Dernière Vendange']),
  order(173, 'revised', ['Édition', 240, 'Histoire de nos moulins']),
  order(169, 'accepted', ['Correction', 118, 'Le Piano de Lydia']),
  order(164, 'accepted', ['Correction', 264, 'Sous le marronnier']),
  order(159, 'refunded', ['Correction', 142, 'Journal d’une traversée']),
  order(155, 'accepted', ['Correction', 197, 'Les Oiseaux de passage']),
  order(150, 'accepted', ['Rédaction', 260, 'Une vie de sage-femme']),
  order(146, 'accepted', ['Correction', 175, 'Le Silence des ardoises']),
  order(141, 'revised', ['Correction', 329, 'La Fille du sémaphore']),
  order(137, 'accepted', ['Édition', 160, 'Guide des herbes folles']),
  order(132, 'accepted', ['Correction', 121, 'Nouvelles du faubourg']),
  order(127, 'accepted', ['Correction', 248, 'Le Partage des eaux']),
  order(123, 'cancelled', ['Correction', 74, 'Haïkus d’hiver']),
  order(118, 'accepted', ['Correction', 203, 'L’Atelier de mon père']),
  order(114, 'accepted', ['Édition', 190, 'Peindre à l’aquarelle']),
  order(109, 'accepted', ['Correction', 287, 'Les Ombres de Vauban']),
  order(105, 'revised', ['Correction', 136, 'Lettre à mes filles']),
  order(100, 'accepted', ['Correction', 222, 'Le Bal des brumes']),
  order(95, 'accepted', ['Rédaction', 240, 'De la ferme au fournil']),
  order(91, 'accepted', ['Correction', 164, 'Quand passe la micheline']),
  order(86, 'refunded', ['Édition', 140, 'Cuisine des îles']),
  order(82, 'accepted', ['Correction', 311, 'Les Années de sel']),
  order(77, 'accepted', ['Correction', 109, 'Fables pour grandes personnes']),
  order(73, 'accepted', ['Correction', 258, 'La Promesse du gué']),
  order(66, 'revised', ['Correction', 184, 'Un hiver à Saint-Malo']),
  order(58, 'accepted', ['Édition', 170, 'Le Vélo pour tous']),
  order(50, 'accepted', ['Correction', 226, 'Les Fenêtres d’en face']),
  order(43, 'accepted', ['Correction', 152, 'Le Goût des figues']),
  order(36, 'cancelled', ['Correction', 93, 'Contes de la lande']),
  order(31, 'late', ['Correction', 340, 'La Maison aux hortensias']),
  order(20, 'suspended', ['Rédaction', 200, 'Le Carnet de bord']),
  order(17, 'delivered', ['Correction', 147, 'Brèves de comptoir d’autrefois']),
  order(16, 'expected', ['Édition', 120, 'Atlas des sentiers perdus']),
  order(15, 'delivered', ['Correction', 231, 'L’Heure bleue']),
  order(14, 'changing', ['Correction', 198, 'Ceux du dernier train']),
  order(13, 'quoted', ['Rédaction', 280, 'Biographie de Jeanne Morvan']),
  order(10, 'inProgress', ['Édition', 150, 'Tricoter la mer']),
  order(9, 'inProgress', ['Correction', 265, 'Le Jardin d’Éléonore']),
  order(8, 'consulted', ['Rédaction', 190, 'Souvenirs d’un instituteur']),
  order(7, 'assigned', ['Correction', 177, 'Les Lettres de Gaspard']),
  order(6, 'submitted', ['Correction', 254, 'Au large de Sein']),
  order(5, 'verified', ['Correction', 210, 'Le Cahier rouge']),
  order(4, 'paid', ['Correction', 133, 'Le Retour des hirondelles']),
  order(3, 'unpaid', ['Correction', 98, 'Petites proses du matin']),
];
