import type { LoadFigure } from './load';
import { ROUND } from './statistics';
import type { PackageFiles } from './subjects';
import { table } from './table';
import type { BodyFigures, CallFigure } from './webhook';

const LOAD_TARGET_MS = 10;

/** The figures for the calls of one vendor. */
export interface VendorFigures {
	/** As users write it. */
	vendor: string;
	/** What a call may take, in microseconds, where that was promised. */
	targetP99?: number;
	bodies: BodyFigures[];
}

/** All figures as text, the packages side by side; targets hold for the first one only. */
export function report(
	packages: readonly PackageFiles[],
	load: readonly LoadFigure[],
	webhook: readonly VendorFigures[],
): string {
	const head = ['', ...packages.map(({ name }) => name), 'target', ''];
	const row = rowOf(packages.length);
	const rows = [
		row('load of all nodes and credentials, ms', pick(load, 'ms'), LOAD_TARGET_MS),
		row('modules loaded', pick(load, 'modules')),
		...webhook.flatMap(({ vendor, targetP99, bodies }) =>
			bodies.flatMap(({ bytes, figures }) => {
				const name = `${vendor}'s call of ${(bytes / 1000).toFixed(1)} kB`;
				return [
					row(`${name}, p50, µs`, pick(figures, 'p50')),
					row(`${name}, p99, µs`, pick(figures, 'p99'), targetP99),
					row('  JSON.parse of the same, p50, µs', pick(figures, 'parse')),
				];
			}),
		),
	];
	return [table([head, ...rows]), '', ...notes(packages, load, webhook)].join('\n');
}

function pick<Key extends string>(figures: ReadonlyArray<Record<Key, number>>, key: Key): number[] {
	return figures.map((figure) => figure[key]);
}

/** A row with a cell for every package, also for those that do not take part in it. */
function rowOf(packages: number) {
	return (name: string, values: readonly number[], target?: number): string[] => {
		const missing = new Array<string>(packages - values.length).fill('');
		const cells = [...values.map(number), ...missing];
		if (target === undefined) return [name, ...cells, '', ''];
		const met = (values[0] ?? Number.NaN) <= target;
		return [name, ...cells, `≤ ${target}`, met ? 'met' : 'MISSED'];
	};
}

function notes(
	packages: readonly PackageFiles[],
	load: readonly LoadFigure[],
	webhook: readonly VendorFigures[],
): string[] {
	const cold = load.map(
		({ coldMs, coldModules }, index) =>
			`${packages[index]?.name} ${number(coldMs)} ms, ${coldModules} modules`,
	);
	const all = webhook.flatMap(({ bodies }) => bodies.flatMap(({ figures }) => figures));
	return [
		`Load: median of ${load[0]?.runs} fresh processes each; n8n-workflow and zod are loaded before, as in n8n.`,
		`  With these two included: ${cold.join('; ')}.`,
		`Calls: ${sum(all, 'calls')} measured, ${sum(all, 'right')} gave the right item; medians over rounds of ${ROUND} calls.`,
	];
}

function sum(figures: readonly CallFigure[], key: 'calls' | 'right'): number {
	return figures.reduce((total, figure) => total + figure[key], 0);
}

function number(value: number): string {
	return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
