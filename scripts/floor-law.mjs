/**
 * The law of the floors: a folder of src knows folders of lower floors, and of its own floor those that the list
 * allows. It is held on folders, since files without a cycle among them can still tie two features together.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { list, readOrder, stepOf } from './floor-order.mjs';

/** Returns what a tree breaks of its order, and what the order says of the tree that is not so. */
export function floorFindings(root, files, arrows) {
  const order = readOrder(root);
  const steps = arrows.flatMap((arrow) => stepOf(order, arrow) ?? []);
  const breaches = steps.filter(({ refusal }) => refusal !== undefined);
  const strays = straysOf(root, files, order);
  const isExcepted = (at) => order.exceptions.some(({ path }) => isWithin(at, path));
  const held = steps.filter(({ from }) => !isExcepted(from));
  return [
    ...listFindings(root, order, steps),
    ...strays
      .filter((path) => !isExcepted(path))
      .map((path) => `${path}: no folder that ${list} knows; move it into one, or write it there with what it holds.`),
    ...held.flatMap(({ from, to, refusal }) => (refusal === undefined ? [] : [`${from} → ${to}: ${refusal}`])),
    ...circleFindings(held),
    ...order.exceptions
      .filter(({ path }) => ![...strays, ...breaches.map(({ from }) => from)].some((at) => isWithin(at, path)))
      .map(({ path }) => `${path}: nothing needs this exception any more; take it out of ${list}.`),
  ];
}

/** Returns, a line each, what the order is there to keep small. */
export function floorFigures(root, arrows) {
  const order = readOrder(root);
  const steps = arrows.flatMap((arrow) => stepOf(order, arrow) ?? []);
  const between = new Set(
    steps
      .filter(({ floors }) => floors.length > 0 && floors.every((floor) => floor === 'features'))
      .map(({ source, target }) => `${source} → ${target}`),
  );
  const mutual = [...between].filter((arrow) => between.has(arrow.split(' → ').reverse().join(' → ')));
  return [
    `Features: ${order.folders.filter(({ floor }) => floor === 'features').length}`,
    `Arrows between features: ${between.size}`,
    `Pairs of features that know each other: ${mutual.length / 2}`,
    `Upward imports: ${steps.filter(({ refusal }) => refusal !== undefined).length}`,
  ];
}

function listFindings(root, { folders, exceptions, placeOf }, steps) {
  const missing = folders
    .flatMap(({ name, subfolders }) => [name, ...subfolders.map((subfolder) => `${name}/${subfolder.name}`)])
    .filter((path) => !existsSync(join(root, 'src', path)))
    .map((path) => `${list}: there is no src/${path}; take it out of the list.`);
  const twice = folders
    .filter(({ name }, index) => placeOf(name) !== index)
    .map(({ name }) => `${list}: ${name} is written twice; a folder stands on one floor.`);
  const mute = folders
    .flatMap((folder) => [folder, ...folder.subfolders])
    .filter(({ holds }) => !holds)
    .map(({ name }) => `${list}: say in a few words what ${name} holds.`);
  const unused = folders.flatMap(({ name, mayKnow }) =>
    mayKnow
      .filter((other) => !steps.some((step) => step.source === name && step.target === other && !step.refusal))
      .map((other) => `${list}: ${name} does not know ${other}, or may not since it is written before; take it out.`),
  );
  const endless = exceptions
    .filter(({ until }) => !until)
    .map(({ path }) => `${list}: say until when ${path} is an exception.`);
  return [...missing, ...twice, ...mute, ...unused, ...endless];
}

function straysOf(root, files, { folders }) {
  const known = new Set(
    folders.flatMap(({ name, subfolders }) =>
      ['', '/text', ...subfolders.map((subfolder) => `/${subfolder.name}`)].map((path) => `src/${name}${path}`),
    ),
  );
  return [
    ...files.filter((file) => /^src\/[^/]+$/.test(file)),
    ...foldersWithFiles(root, 'src').filter((folder) => folder !== 'src' && !known.has(folder)),
  ];
}

/** An empty folder that is left behind on somebody's machine is no business of the tree. */
function foldersWithFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return [
    ...(entries.some((entry) => entry.isFile() && !entry.name.startsWith('.')) ? [folder] : []),
    ...entries
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => foldersWithFiles(root, `${folder}/${name}`)),
  ];
}

/** Each circle has a step against the order, so it is enough to look for the ways back from those. */
function circleFindings(steps) {
  const circles = new Map();
  for (const step of steps.filter(({ refusal }) => refusal !== undefined)) {
    const circle = [step, ...(shortestWay(steps, step.target, step.source) ?? [])];
    const members = circle.map(({ source }) => source).sort();
    if (circle.length > 1) circles.set(members.join(), circle);
  }
  return [...circles.values()].map((circle) => {
    const names = circle.map(({ source }) => source);
    const files = circle.map(({ from, to }) => `${from} → ${to}`).join(', ');
    return circle.length === 2
      ? `${names.join(' and ')} know each other (${files}): ${list} allows one of the two, undo the other.`
      : `${[...names, names[0]].join(' → ')}: a circle of folders (${files}); undo the step against the order of ${list}.`;
  });
}

function shortestWay(steps, start, end) {
  const ways = [[start, []]];
  const seen = new Set([start]);
  for (const [place, way] of ways) {
    if (place === end) return way;
    for (const step of steps) {
      if (step.source !== place || seen.has(step.target)) continue;
      seen.add(step.target);
      ways.push([step.target, [...way, step]]);
    }
  }
  return undefined;
}

function isWithin(path, excepted) {
  return path === excepted || path.startsWith(`${excepted}/`);
}
