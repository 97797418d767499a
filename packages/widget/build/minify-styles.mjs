import { transform } from 'esbuild';

const STYLES = /css`([^`]*)`/g;

/** Makes the style sheets inside a `.styles.ts` file small. They hold no `${}`, so each is whole CSS. */
export async function minifyStyles(source, path) {
  const sheets = [...source.matchAll(STYLES)];
  const small = await Promise.all(
    sheets.map(async ([, text]) => {
      if (text.includes('${'))
        throw new Error(`${path}: a style sheet with an expression inside cannot be made small.`);
      return (await transform(text, { loader: 'css', minify: true, charset: 'utf8' })).code.trim();
    }),
  );
  let at = 0;
  return source.replace(STYLES, () => `css\`${small[at++].replaceAll('\\', '\\\\')}\``);
}
