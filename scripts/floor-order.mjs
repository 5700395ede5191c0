/**
 * The order of the folders of src, as scripts/floors.json writes it, and who may know whom by it. Whoever may know
 * somebody is written after them, on every floor: so no circle can ever be allowed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the order stands, from the root of a tree. */
export const list = 'scripts/floors.json';

/** Reads the order of a tree. */
export function readOrder(root) {
  const { floors, exceptions = [] } = JSON.parse(readFileSync(join(root, list), 'utf8'));
  const folders = floors.flatMap((floor, level) =>
    floor.folders.map(({ subfolders = [], mayKnow = [], ...folder }) => ({
      ...folder,
      mayKnow,
      subfolders,
      level,
      floor: floor.name,
      inOrder: floor.inOrder === true,
    })),
  );
  return { folders, exceptions, placeOf: (name) => folders.findIndex((folder) => folder.name === name) };
}

/**
 * Returns an import as a step from one place to another, a place being a folder of src or, inside one, a subfolder.
 * `refusal` says why it may not be. Nothing where it stays in its place, or touches a folder that is not listed.
 */
export function stepOf(order, { from, to }) {
  const [source, target] = [from, to].map((path) => order.placeOf(path.split('/')[1]));
  if (source < 0 || target < 0) return undefined;
  return source === target
    ? stepInside(order.folders[source], { from, to })
    : stepBetween(order, source, target, { from, to });
}

function stepBetween({ folders }, sourceAt, targetAt, arrow) {
  const [source, target] = [folders[sourceAt], folders[targetAt]];
  const step = { ...arrow, source: source.name, target: target.name, floors: [source.floor, target.floor] };
  if (source.level > target.level) return step;
  if (source.level < target.level) {
    return {
      ...step,
      refusal:
        `${source.name} stands on a lower floor than ${target.name} in ${list} (${source.floor}, ${target.floor}), so it ` +
        `may not know it: let ${target.name} hand over what is needed, or move what both need down.`,
    };
  }
  if (sourceAt > targetAt && (source.inOrder || source.mayKnow.includes(target.name))) return step;
  return {
    ...step,
    refusal: source.inOrder
      ? `${source.name} is written before ${target.name} in ${list}, so it may not know it: ` +
        `let ${target.name} declare due or follow work, or move what both need down.`
      : `${source.name} and ${target.name} are on one floor (${source.floor}), and ${list} does not say that ` +
        `${source.name} may know ${target.name}: move what both need down.`,
  };
}

/** Inside a folder the words come first, then the subfolders as they are written, then the files beside them. */
function stepInside({ name, subfolders }, arrow) {
  const beside = 'its own files';
  const order = ['text', ...subfolders.map((subfolder) => subfolder.name), beside];
  const [source, target] = [arrow.from, arrow.to].map((path) => {
    const [, , inner, ...rest] = path.split('/');
    return rest.length > 0 ? inner : beside;
  });
  if (source === target || !order.includes(source) || !order.includes(target)) return undefined;
  const step = { ...arrow, source: `${name}/${source}`, target: `${name}/${target}`, floors: [] };
  if (order.indexOf(target) < order.indexOf(source)) return step;
  return {
    ...step,
    refusal:
      `in ${name}, ${source} comes before ${target} by ${list}, so it may not know it: ` +
      `give it what it needs as an argument, or move what both need to ${source} or further down.`,
  };
}
