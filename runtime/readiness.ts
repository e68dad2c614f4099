import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

const POLL_MS = 150;

/** Whether n8n answers both to its health check and to the editor's first question. */
async function answers(url: string): Promise<boolean> {
	const options = { timeout: 2_000, proxy: false as const, validateStatus: () => true };
	try {
		const health = await axios.get(`${url}/healthz`, options);
		if (health.status !== 200) return false;
		const settings = await axios.get(`${url}/rest/settings`, options);
		return settings.status === 200 && typeof settings.data === 'object';
	} catch {
		return false;
	}
}

/**
 * Resolves to true when n8n is ready: its log says that the editor is accessible, and it
 * answers. False when `failed` turns true or the time is over.
 */
export async function waitUntilReady(options: {
	url: string;
	log: () => string;
	failed: () => boolean;
	timeoutMs: number;
}): Promise<boolean> {
	const limit = Date.now() + options.timeoutMs;
	while (Date.now() < limit && !options.failed()) {
		if (options.log().includes('Editor is now accessible') && (await answers(options.url))) {
			return true;
		}
		await sleep(POLL_MS);
	}
	return false;
}
