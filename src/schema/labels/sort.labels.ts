import { listOrders, type SortName, type SortOf } from '../../services/kernel/list-orders.ts';
import type { Label, Labels } from './label.ts';

/** Orders of lists: the options of a menu « Trier par ». */

type Name = { [S in SortName]: SortOf<S> }[SortName];

const words: Labels<Name> = {
  CREATED_AT_DESC: ['Plus récentes d’abord', 'Newest first'],
  CREATED_AT_ASC: ['Plus anciennes d’abord', 'Oldest first'],
  SINCE_DESC: ['Plus récentes d’abord', 'Newest first'],
  SINCE_ASC: ['Plus anciennes d’abord', 'Oldest first'],
  ISSUED_AT_DESC: ['Plus récentes d’abord', 'Newest first'],
  ISSUED_AT_ASC: ['Plus anciennes d’abord', 'Oldest first'],
  AT_DESC: ['Plus récentes d’abord', 'Newest first'],
  AT_ASC: ['Plus anciennes d’abord', 'Oldest first'],
  PLACED_AT_DESC: ['Plus récentes d’abord', 'Newest first'],
  PLACED_AT_ASC: ['Plus anciennes d’abord', 'Oldest first'],
  STARTS_AT_DESC: ['Dernier rendez-vous d’abord', 'Latest appointment first'],
  STARTS_AT_ASC: ['Premier rendez-vous d’abord', 'Earliest appointment first'],
  STARTED_AT_DESC: ['Plus récents d’abord', 'Newest first'],
  STARTED_AT_ASC: ['Plus anciens d’abord', 'Oldest first'],
  ASKED_AT_DESC: ['Plus récentes d’abord', 'Newest first'],
  ASKED_AT_ASC: ['Plus anciennes d’abord', 'Oldest first'],
  LAST_MESSAGE_AT_DESC: ['Dernier message d’abord', 'Latest message first'],
  LAST_MESSAGE_AT_ASC: ['Dernier message à la fin', 'Latest message last'],
  RELEVANCE_DESC: ['Les plus pertinents d’abord', 'Best match first'],
  LAST_ACTIVITY_AT_DESC: ['Dernière activité d’abord', 'Latest activity first'],
  LAST_ACTIVITY_AT_ASC: ['Dernière activité à la fin', 'Latest activity last'],
  TITLE_ASC: ['Titre, de A à Z', 'Title, A to Z'],
  TITLE_DESC: ['Titre, de Z à A', 'Title, Z to A'],
  SUBJECT_ASC: ['Sujet, de A à Z', 'Subject, A to Z'],
  SUBJECT_DESC: ['Sujet, de Z à A', 'Subject, Z to A'],
  NAME_ASC: ['Nom, de A à Z', 'Name, A to Z'],
  NAME_DESC: ['Nom, de Z à A', 'Name, Z to A'],
  TOTAL_DESC: ['Montant décroissant', 'Highest amount first'],
  TOTAL_ASC: ['Montant croissant', 'Lowest amount first'],
  AMOUNT_DESC: ['Montant décroissant', 'Highest amount first'],
  AMOUNT_ASC: ['Montant croissant', 'Lowest amount first'],
  PRICE_ASC: ['Prix croissant', 'Lowest price first'],
  PRICE_DESC: ['Prix décroissant', 'Highest price first'],
  GROSS_DESC: ['Montant décroissant', 'Highest amount first'],
  GROSS_ASC: ['Montant croissant', 'Lowest amount first'],
  DUE_AT_ASC: ['Échéance la plus proche d’abord', 'Nearest deadline first'],
  DUE_AT_DESC: ['Échéance la plus lointaine d’abord', 'Farthest deadline first'],
  POSITION_ASC: ['Dans l’ordre du site', 'In the order of the site'],
  NUMBER_DESC: ['Dernière version d’abord', 'Latest version first'],
  NUMBER_ASC: ['Première version d’abord', 'First version first'],
  DOCUMENT_DATE_DESC: ['Date du document, récente d’abord', 'Date of the document, latest first'],
  DOCUMENT_DATE_ASC: ['Date du document, ancienne d’abord', 'Date of the document, earliest first'],
  UPDATED_AT_DESC: ['Modifié récemment d’abord', 'Recently changed first'],
  UPDATED_AT_ASC: ['Modifié récemment à la fin', 'Recently changed last'],
  SIZE_DESC: ['Plus volumineux d’abord', 'Largest first'],
  SIZE_ASC: ['Moins volumineux d’abord', 'Smallest first'],
  TYPE_ASC: ['Type, de A à Z', 'Type, A to Z'],
  TYPE_DESC: ['Type, de Z à A', 'Type, Z to A'],
  TRASHED_AT_DESC: ['Supprimé récemment d’abord', 'Recently trashed first'],
  TRASHED_AT_ASC: ['Supprimé récemment à la fin', 'Recently trashed last'],
  PRIORITY_DESC: ['Plus urgentes d’abord', 'Most urgent first'],
};

export const sortLabels = Object.fromEntries(
  Object.entries(listOrders).map(([sort, names]) => [
    sort,
    Object.fromEntries(names.map((name) => [name, words[name]])),
  ]),
) as { readonly [S in SortName]: Readonly<Record<SortOf<S>, Label>> };
