// What the command was asked for, or what was wrong with how it was asked.

export interface Asked {
  readonly pages: readonly string[];
  readonly json: boolean;
  /** Folder of the HTML report. */
  readonly report: string | null;
  readonly noScripts: boolean;
}

export function readArguments(args: readonly string[]): Asked | { readonly problem: string } {
  const pages: string[] = [];
  let json = false;
  let noScripts = false;
  let report: string | null = null;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') json = true;
    else if (arg === '--no-scripts') noScripts = true;
    else if (arg.startsWith('--report=')) report = arg.slice('--report='.length);
    else if (arg === '--report') {
      const folder = rest.shift();
      report = folder === undefined || folder.startsWith('--') ? '' : folder;
    } else if (arg.startsWith('-')) return { problem: `There is no option "${arg}".` };
    else pages.push(arg);
  }
  if (report === '') return { problem: '--report needs a folder.' };
  if (pages.length === 0) return { problem: 'Name at least one page.' };
  return { pages, json, noScripts, report };
}
