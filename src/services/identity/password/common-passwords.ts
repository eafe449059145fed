/**
 * What people build guessable passwords from, in French and in English. A password is common when nothing but one or
 * two of these is left of it once digits, signs, capitals and the usual disguises (`@` for `a`) are taken away.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
abc abcd abcde abcdef abcdefgh abcdefghij abcdefghijkl admin administrateur administrator adminadmin amour ange anges
apple azerty azertyuiop azertyuiopqsdf baseball batman bienvenue bonjour business camille canada changeme charlie
chelsea chocolat chocolate computer connexion coucou default demo doudou dragon facebook familie famille family
fevrier filles flower football france freedom google guest hello iloveyou internet invite janvier jardin jesus jetaime
juillet juin killer lapin letmein liverpool login loulou love lovely loveyou lundi maman marine marseille master
mercredi michael mickey minecraft monkey monange monmotdepasse motdepasse mdp nicolas ninja nouveau novembre octobre
orange ordinateur papa paris pass passe passion passw passwd password phoenix pokemon portugal princess princesse
qsdfghjklm qwerty qwertyuiop qwertz root samedi samsung secret secrete septembre service shadow snoopy soleil spider
spiderman starwars summer sunshine superman superuser system temp test tester testing thomas toor toto trustno
ordinaire user utilisateur vacances vendredi vincent voiture wachtwoord welcome whatever winter wxcvbn zxcvbn zxcvbnm
printemps automne hiver ete spring autumn january february march april may june july august september october november
december avril mai mars aout decembre
`
    .trim()
    .split(/\s+/),
);

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** Rows of keys and the alphabet: a long stretch of one, either way round, is no secret. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiop',
  'qwertyuiop',
  'qsdfghjklm',
  'asdfghjkl',
  'wxcvbn',
  'zxcvbnm',
  '01234567890',
];
const stretches = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Takes a `lower-case` password. */
export function isCommon(password: string): boolean {
  const trimmed = password.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const spellings = [
    trimmed,
    [...trimmed].map((sign) => disguises[sign] ?? sign).join(''),
    [...password].map((sign) => disguises[sign] ?? sign).join(''),
  ];
  return (
    spellings.some((spelling) => isMadeOfCommonWords(spelling.replace(/[^a-z]/g, ''))) ||
    isRepetition(password) ||
    isMostlyStretch(password)
  );
}

function isMadeOfCommonWords(letters: string): boolean {
  if (letters === '' || commonWords.has(letters)) return true;
  for (let cut = 3; cut <= letters.length - 3; cut++) {
    if (commonWords.has(letters.slice(0, cut)) && commonWords.has(letters.slice(cut))) return true;
  }
  return false;
}

/** `Abc1Abc1Abc1`, `aaaaaaaaaaA1`: a short piece over and over. */
function isRepetition(password: string): boolean {
  for (let length = 1; length <= 4; length++) {
    const piece = password.slice(0, length);
    if (password.startsWith(piece.repeat(3)) && password.length - length * countOf(password, piece) <= 3) return true;
  }
  return false;
}

function countOf(password: string, piece: string): number {
  let count = 0;
  while (password.startsWith(piece, count * piece.length)) count += 1;
  return count;
}

/** At most four signs outside stretches of four or more keys that lie side by side. */
function isMostlyStretch(password: string): boolean {
  let rest = password;
  for (let length = password.length; length >= 4; length--) {
    for (let start = 0; start + length <= rest.length; start++) {
      const part = rest.slice(start, start + length);
      if (stretches.some((stretch) => stretch.includes(part))) rest = rest.slice(0, start) + rest.slice(start + length);
    }
  }
  return rest.length <= 4 && rest.length < password.length;
}
