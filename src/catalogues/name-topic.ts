/** Begins the id of a topic in somebody's own words. */
export const ownPrefix = 'own:';

/** The name of a topic as people read it: that of the catalogue, or of an own topic the words that were given. */
export function nameTopic(id: string, catalogueName: string | undefined): string {
  if (catalogueName !== undefined) return catalogueName;
  const words = id.replace(ownPrefix, '').replaceAll('-', ' ');
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);
}
