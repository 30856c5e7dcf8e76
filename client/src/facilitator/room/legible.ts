/** From how far letters on a projected screen can be read. */

/** A Thai consonant's height beside the font size. */
const CONSONANT = 0.56;
/** Four millimetres of letter for each metre of distance are just readable; 1 to 150 is comfortable. */
const JUST = 250;
const COMFORTABLE = 150;

export interface Reach {
  comfortable: number;
  just: number;
}

/** In metres, for letters of this percentage of a picture this high. */
export function reachOf(vh: number, pictureMetres: number): Reach {
  const letter = (vh / 100) * CONSONANT * pictureMetres;
  return { comfortable: letter * COMFORTABLE, just: letter * JUST };
}
