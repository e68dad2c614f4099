import { cpus, loadavg, platform, release, totalmem } from 'node:os';

import type { BulkFigure } from './bulk/measureBulk';
import type { LiveFigure } from './live/measureLive';
import type { LoadFigure } from './load';
import type { ScaleFigure } from './queue/scale';
import { callTable, loadTable, type VendorFigures } from './report';
import type { PackageFiles } from './subjects';
import { markdownTable, megabytes, number, ratio } from './table';

/** All that one run has measured. */
export interface Measured {
	/** Versions by name, such as `n8n`. */
	versions: Record<string, string>;
	/** How busy the machine was before anything was measured: processes that wanted to run. */
	busyBefore: number;
	packages: readonly PackageFiles[];
	load: readonly LoadFigure[];
	calls: readonly VendorFigures[];
	live: readonly LiveFigure[];
	bulk: readonly BulkFigure[];
	/** Not where queue mode was left out. */
	scale: readonly ScaleFigure[];
}

/** How busy the machine is, by the system's average of a minute. */
export function busyNow(): number {
	return loadavg()[0] ?? 0;
}

/** docs/performance.md from the figures of one run. @param today as the page names it */
export function performancePage(measured: Measured, today: string): string {
	const sections = [
		INTRODUCTION,
		machine(measured, today),
		receiving(measured),
		bulk(measured.bulk),
		scale(measured.scale),
		calls(measured),
		loading(measured),
		REPEAT,
	];
	return sections.filter((text) => text !== '').join('\n\n');
}

const INTRODUCTION = `# How fast it is

What n8n takes of events and jobs with this package, beside what people would build without it. All figures come from one run of \`npm run bench\`, which has written this page. Compare the figures of a table with each other: on another machine all of them are others.`;

const REPEAT = `## Measure it yourself

In a checkout of the repository (see [CONTRIBUTING.md](../CONTRIBUTING.md#set-up)):

\`\`\`sh
npm run bench
\`\`\`

It starts an n8n of its own with [the sandbox](../sandbox/README.md) in the place of the services, and writes this page anew. \`npm run bench -- --short\` measures each thing for a moment, which \`npm test\` does too, and writes \`reports/performance.md\` instead; \`-- --help\` shows all options. Stop other programs first: what else the machine does is in the figures as well. Ways that are compared take turns, so that they see the same of it.`;

function machine({ versions, busyBefore }: Measured, today: string): string {
	const [first] = cpus();
	const rows = [
		['Date', today],
		['Processors', `${cpus().length} × ${first?.model.trim() ?? 'unknown'}`],
		['Memory', `${(totalmem() / 1024 ** 3).toFixed(0)} GB`],
		['System', `${platform()} ${release()}`],
		...Object.entries(versions),
		['Busy with other things', `${busyBefore.toFixed(1)} processes on average, before the run`],
	];
	return section('Where it was measured', '', markdownTable([['', ''], ...rows]));
}

function receiving({ live }: Measured): string {
	const built = live.find(({ subject }) => subject.includes('→'));
	const rows = live.map(({ subject, rates }) => [
		subject,
		...Object.entries(rates).flatMap(([setting, rate]) => [
			number(rate),
			ratio(rate, built?.rates[setting as keyof typeof rates]),
		]),
	]);
	const text = `Calls that one n8n answers in a second, each when its workflow has finished; behind a trigger is nothing else. “Of built” compares with the workflow that people build: a Webhook node, an If for the secret, a Switch for the event, and Edit Fields for seven columns. Refused calls lack the proof that they come from the service; they start no execution.

n8n 2.41 makes its expression engine ready for each call, whether it is needed or not. With \`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true\` in n8n's environment it waits until one is. That is the setting that counts most here; [scale.md](scale.md#settings-that-count) has the others.`;
	const head = ['', 'n8n’s defaults', 'of built', 'with LAZY_ACQUIRE', 'of built'];
	return section('Receiving events', text, markdownTable([head, ...rows]));
}

function bulk(figures: readonly BulkFigure[]): string {
	const works = [...new Set(figures.map(({ work }) => work))];
	const tables = works.map((work) => {
		const own = figures.filter((figure) => figure.work === work);
		const rows = own.map((figure) => {
			const same = own.filter(({ count }) => count === figure.count);
			return [
				figure.count.toLocaleString('en'),
				figure.way,
				figure.requests?.toLocaleString('en') ?? '–',
				number(figure.seconds),
				number(figure.process?.processorSeconds),
				ratio(same.at(-1)?.process?.processorSeconds, figure.process?.processorSeconds),
				megabytes(figure.process?.grownBytes),
			];
		});
		const head = ['Jobs', 'Way', 'Requests', 'Seconds', 'Processor', 'Less by', 'Memory, MB'];
		return `### ${work}\n\n${markdownTable([head, ...rows])}`;
	});
	const text = `“Processor” is the processor time of n8n in seconds, for the whole execution with the call that brings the items; “less by” is how many times as much of it the last way of the same number needs. “Memory” is how much more n8n held at its most than before. The sandbox has no limits here, but the Detrack node keeps to the 60 requests a minute that Detrack allows, so it waits from the 61st on.

Items whose expressions only name a value, such as \`{{ $json.city }}\` or \`{{ $json['House No.'] }}\`, and texts without expressions cost next to nothing. Any other expression, such as \`{{ $json.city.trim() }}\`, is worked out by n8n's expression engine, for each value of each item: the row “fields to work out” has such a one in each field. For thousands of items it is cheaper to work such values out in a Code node before.`;
	return section('Many jobs at once', text, tables.join('\n\n'));
}

function scale(figures: readonly ScaleFigure[]): string {
	if (figures.length === 0) return '';
	const rows = figures.map(({ processes, atOnce, whenFinished }) => [
		`${processes} and ${processes}`,
		number(whenFinished),
		number(atOnce),
	]);
	const text =
		'Events of Radaro that [n8n in queue mode](scale.md) answers in a second, all processes on the machine above, together with PostgreSQL and Redis. More processes than processors bring safety, not speed.';
	const head = ['Webhook processors and workers', 'When the workflow has finished', 'At once'];
	return section('Queue mode', text, markdownTable([head, ...rows]));
}

function calls({ calls: figures }: Measured): string {
	const text = `What a trigger itself takes of a call, without n8n around it, in microseconds: half of the calls took no longer than p50, and one in a hundred longer than p99. “Of \`JSON.parse\`” compares with what Node.js needs to read the same body, in the same process. n8n's own Onfleet Trigger checks a signature and hands on the body as it is.`;
	return section('One call of a trigger', text, markdownTable(callTable(figures)));
}

function loading({ packages, load }: Measured): string {
	const text =
		'What n8n does once when it starts, in fresh processes in turn. n8n’s own nodes for Onfleet are the nearest to those of one service here.';
	return section('Loading', text, markdownTable(loadTable(packages, load)));
}

function section(title: string, text: string, figures: string): string {
	return [`## ${title}`, text, figures].filter((part) => part !== '').join('\n\n');
}
