/** Every component is written with runes; the compiler's warnings are errors in `npm run check`. */
export default {
  compilerOptions: { runes: true },
};
