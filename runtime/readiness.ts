import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

const POLL_MS = 150;

/** n8n's own words: all of it, or a process of queue mode that takes webhook calls or runs workflows. */
export type N8nCommand = 'start' | 'webhook' | 'worker';

const OPTIONS = { timeout: 2_000, proxy: false as const, validateStatus: () => true };

/** Whether n8n has said that the editor is accessible, and answers the editor's first questions. */
async function editorAnswers(url: string, log: string): Promise<boolean> {
	if (!log.includes('Editor is now accessible')) return false;
	const health = await axios.get(`${url}/healthz`, OPTIONS);
	if (health.status !== 200) return false;
	const settings = await axios.get(`${url}/rest/settings`, OPTIONS);
	return settings.status === 200 && typeof settings.data === 'object';
}

/** Whether it can be used. Without an editor, n8n says so by its readiness check. */
async function isReady(command: N8nCommand, url: string, log: string): Promise<boolean> {
	try {
		if (command === 'start') return await editorAnswers(url, log);
		return (await axios.get(`${url}/healthz/readiness`, OPTIONS)).status === 200;
	} catch {
		return false;
	}
}

/**
 * Resolves to true when n8n is ready to do what it was started for. False when `failed` turns true or
 * the time is over.
 */
export async function waitUntilReady(options: {
	command: N8nCommand;
	url: string;
	log: () => string;
	failed: () => boolean;
	timeoutMs: number;
}): Promise<boolean> {
	const limit = Date.now() + options.timeoutMs;
	while (Date.now() < limit && !options.failed()) {
		if (await isReady(options.command, options.url, options.log())) return true;
		await sleep(POLL_MS);
	}
	return false;
}
