import { defect, type Defect, type Rule } from '../rule.ts';
import type { ProjectModel } from '../model/project.ts';
import { lineOf } from '../tree.ts';
import { childOf, textOf, type XmlElement } from '../xml.ts';

const GUIDE = 'docs/troubleshooting.md';
const ID = /\[([A-Z]+-\d{3})\]$/;

interface Message {
  readonly path: string;
  readonly element: XmlElement;
}

/** Every message people can see ends in its own id, and the troubleshooting guide explains each id and no other. */
export const messagesRule: Rule = {
  name: 'messages',
  *run(model): Generator<Defect> {
    const guide = model.tree.files.get(GUIDE) ?? '';
    const explained = new Map<string, number>();
    for (const match of guide.matchAll(/^### ([A-Z]+-\d+)\b/gm)) {
      const id = match[1] ?? '';
      if (explained.has(id)) {
        yield defect(GUIDE, lineOf(guide, match.index), `${id} is explained twice`, 'Keep one of the two headings.');
      }
      explained.set(id, lineOf(guide, match.index));
    }
    const used = new Map<string, string>();
    for (const { path, element } of messagesOf(model)) {
      const id = ID.exec(element.text.trim())?.[1];
      if (id === undefined) {
        yield defect(
          path,
          element.line,
          'The message does not end in its id',
          'End it in brackets, such as [TIME-003].',
        );
        continue;
      }
      const other = used.get(id);
      if (other !== undefined) {
        yield defect(
          path,
          element.line,
          `${id} is also the id of a message in ${other}`,
          'Give this message its own id.',
        );
      }
      used.set(id, path);
      if (!explained.has(id)) {
        yield defect(
          path,
          element.line,
          `${GUIDE} does not explain ${id}`,
          `Add a heading "### ${id}" with cause and fix.`,
        );
      }
    }
    for (const [id, line] of explained) {
      if (!used.has(id)) {
        yield defect(GUIDE, line, `No message has the id ${id}`, 'Remove the heading, or correct the id.');
      }
    }
  },
};

function* messagesOf(model: ProjectModel): Generator<Message> {
  for (const { element, meta } of model.labels.values()) {
    const value = childOf(element, 'value');
    if (value !== null && (textOf(element, 'categories') ?? '').split(',').some((each) => each.trim() === 'Message')) {
      yield { path: meta.path, element: value };
    }
  }
  for (const meta of model.ofType('ValidationRule')) {
    const element = childOf(meta.root, 'errorMessage');
    if (element !== null) {
      yield { path: meta.path, element };
    }
  }
}
