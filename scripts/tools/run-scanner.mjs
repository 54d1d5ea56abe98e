// Runs the scanner's engines over some folders and prints what they found as JSON. It lives beside their
// node_modules, from which plain imports resolve, and apart from the checks, which must load where these are absent.
// Input: one JSON argument, { engines, selectors, folders, output }.
import { writeFileSync } from 'node:fs';
import core from '@salesforce/code-analyzer-core';

const { engines, selectors, folders, output } = JSON.parse(process.argv[2]);
const { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } = core;

// The analyzer's own comment markers need no reason, so they are switched off; ours are checked for one.
const analyzer = new CodeAnalyzer(
  CodeAnalyzerConfig.fromObject({
    suppressions: { disable_suppressions: true },
    engines: { 'retire-js': {}, regex: {} },
  }),
);
const errors = [];
for (const type of [EventType.LogEvent, EventType.EngineLogEvent]) {
  analyzer.onEvent(type, (event) => {
    if (event.logLevel === LogLevel.Error) {
      errors.push(event.message);
    }
  });
}
for (const [name, module] of Object.entries(engines)) {
  const plugin = (await import(module)).createEnginePlugin();
  await analyzer.addEnginePlugin(plugin);
  if (!analyzer.getEngineNames().includes(name)) {
    errors.push(`The engine ${name} could not be started.`);
  }
}

const workspace = await analyzer.createWorkspace(folders);
const rules = await analyzer.selectRules(selectors, { workspace });
const results = await analyzer.run(rules, { workspace });
const violations = results.getViolations().map((violation) => ({
  engine: violation.getRule().getEngineName(),
  rule: violation.getRule().getName(),
  tags: violation.getRule().getTags(),
  file: violation.getPrimaryLocation().getFile() ?? '',
  line: violation.getPrimaryLocation().getStartLine() ?? 1,
  message: violation.getMessage(),
  url: violation.getResourceUrls()[0] ?? '',
}));
writeFileSync(output, JSON.stringify({ ruleCount: rules.getCount(), violations, errors }));
