/** Names of the faces in ui/fonts.css; MapLibre draws the glyphs itself from these local fonts. */
export const fonts = {
  regular: ['Atlas Sans'],
  semibold: ['Atlas Sans Semibold'],
  italic: ['Atlas Sans Italic'],
};
