/** One line a step: what is being done, then how long it took. */
export interface Steps {
  run<T>(title: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T>;
}

export function steps(out: NodeJS.WriteStream): Steps {
  const overwrite = (line: string): void => {
    if (out.isTTY) {
      out.write(`\r\u001B[2K${line}`);
    }
  };
  return {
    async run(title, work) {
      const begin = performance.now();
      overwrite(`… ${title}`);
      let detail = '';
      try {
        const result = await work((said) => {
          detail = `: ${said}`;
          overwrite(`… ${title}${detail}`);
        });
        overwrite('');
        out.write(`✓ ${title}${detail} (${seconds(performance.now() - begin)})\n`);
        return result;
      } catch (error) {
        overwrite('');
        out.write(`✗ ${title}${detail}\n`);
        throw error;
      }
    },
  };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
