import { defect, type Defect, type Rule } from '../rule.ts';

/** Sources that are nothing without a configuration file: the packaging library drops a class without one in silence. */
const NEEDS_META = /\.(?:cls|trigger|page|component)$/;

/** Files that exist only together do exist together; objects people use have a layout and a tab. */
export const partnersRule: Rule = {
  name: 'partners',
  *run(model): Generator<Defect> {
    const { files, packageDirectories } = model.tree;
    for (const path of files.keys()) {
      if (!packageDirectories.some((folder) => path.startsWith(`${folder}/`))) {
        continue;
      }
      if (NEEDS_META.test(path) && !files.has(`${path}-meta.xml`)) {
        const message = 'The file has no -meta.xml, so a deployment leaves it out without a word';
        yield defect(path, 1, message, `Add ${path.split('/').at(-1) ?? ''}-meta.xml beside it.`);
      }
      const source = path.slice(0, -'-meta.xml'.length);
      if (path.endsWith('-meta.xml') && NEEDS_META.test(source) && !files.has(source)) {
        yield defect(path, 1, 'The file it configures does not exist', `Add ${source}, or remove this file.`);
      }
    }
    for (const bundle of model.bundles.values()) {
      const first = [...bundle.files.keys()].find((path) => /\/(\w+)\/\1\.[jt]s$/.test(path)) ?? bundle.folder;
      if (bundle.meta === null) {
        const message = `Component ${bundle.name} has no ${bundle.name}.js-meta.xml`;
        yield defect(first, 1, message, `Add ${bundle.name}.js-meta.xml to its folder.`);
      } else if (bundle.meta !== null && bundle.meta.fullName !== bundle.name) {
        const message = `The configuration is named ${bundle.meta.fullName}, its folder ${bundle.name}`;
        yield defect(bundle.meta.path, 1, message, 'Give both the same name.');
      }
    }
    for (const object of model.objects.values()) {
      if (object.kind !== 'custom' || object.source === null) {
        continue;
      }
      const { path } = object.source;
      if (!model.ofType('Layout').some(({ fullName }) => fullName.startsWith(`${object.name}-`))) {
        yield defect(path, 1, `${object.name} has no page layout`, `Add a layout ${object.name}-<name>.`);
      }
      if (!model.has('CustomTab', object.name)) {
        yield defect(path, 1, `${object.name} has no tab`, `Add tabs/${object.name}.tab-meta.xml.`);
      }
    }
  },
};
