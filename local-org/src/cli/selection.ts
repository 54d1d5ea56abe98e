/** What `--only` asks for, in any case; a namespace before the class may be left out. */
export interface Selection {
  readonly className: string;
  /** As `TestSelection.only` takes them: the class, or some of its methods. */
  readonly only: readonly string[];
}

/** Null for a class nobody asked for. */
export function selectionOf(className: string, asked: readonly string[]): Selection | null {
  const whole = { className, only: [className] };
  if (asked.length === 0) {
    return whole;
  }
  const methods: string[] = [];
  for (const name of asked) {
    const rest = afterClass(className, name);
    if (rest === '') {
      return whole;
    }
    if (rest !== null) {
      methods.push(`${className}.${rest}`);
    }
  }
  return methods.length === 0 ? null : { className, only: methods };
}

/** Whether a name asks for this test method. */
export function asksFor(name: string, className: string, method: string): boolean {
  const rest = afterClass(className, name);
  return rest === '' || rest?.toLowerCase() === method.toLowerCase();
}

/** The method that follows the class in a name, empty for the class itself, null for another class. */
function afterClass(className: string, name: string): string | null {
  const short = className.slice(className.indexOf('.') + 1);
  for (const one of [className, short]) {
    if (name.toLowerCase() === one.toLowerCase()) {
      return '';
    }
    if (name.toLowerCase().startsWith(`${one.toLowerCase()}.`)) {
      return name.slice(one.length + 1);
    }
  }
  return null;
}
