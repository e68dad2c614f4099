import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { WorkflowFile } from '../../runtime/rest';

/** Belongs to the demo, where it stands for a sheet. */
const OF_THE_DEMO = /-demo$/;

const FOLDER = path.join(__dirname, '..', '..', 'templates');

/** Names of all templates, those of a folder with its name: `event-log/receive`. */
export const ALL_TEMPLATES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replaceAll(path.sep, '/').replace(/\.json$/, ''))
	.sort();

/** Names of the templates that users import. */
export const TEMPLATES = ALL_TEMPLATES.filter((name) => !OF_THE_DEMO.test(name));

/** What a template's note says. */
export function noteOf(file: WorkflowFile, name: string): string {
	const note = file.nodes.find((node) => node.name === name);
	const parameters: unknown = note?.parameters;
	if (typeof parameters !== 'object' || parameters === null || !('content' in parameters)) {
		throw new Error(`${file.name} has no note named ${name}.`);
	}
	return String(parameters.content);
}

/** The headings that a template's note asks to paste into a sheet: its line with tabs. */
export function headingsOf(file: WorkflowFile): string[] {
	const lines = noteOf(file, 'Headings').split('\n');
	return lines.find((line) => line.includes('\t'))?.split('\t') ?? [];
}

/** Whether a template is a part of the event log, or reads it. */
export function needsTheLog(file: WorkflowFile): boolean {
	const tables = /delivery_(events|readers|problems|jobs)/;
	return file.nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.some(({ parameters }) => tables.test(JSON.stringify(parameters)));
}
