import { randomUUID } from 'node:crypto';

import manifest from '../../package.json';
import { setUpPortals } from '../../runtime/demo/portals';
import { bindWorkflow, webhookUrl } from '../../runtime/demo/workflow';
import type { N8nInstallation } from '../../runtime/install';
import { startN8n } from '../../runtime/n8n';
import type { Log } from '../../runtime/progress';
import { VENDORS } from '../../vendors';
import { Reception, RECEPTION_ENVIRONMENT } from '../reception';
import { drive } from '../road';
import { median } from '../statistics';
import { type Call, rateOf } from './rate';
import { Recorder } from './recorder';
import { SECRET, triggersAlone, withoutPackage } from './workflows';

/** Settings of n8n that change how many webhook calls it takes. */
const SETTINGS = { 'n8n’s defaults': 'false', LAZY_ACQUIRE: 'true' } as const;
export type Setting = keyof typeof SETTINGS;

export interface LiveOptions {
	/** Measured rounds, and how long a round calls each subject. */
	rounds: number;
	milliseconds: number;
}

/** Calls a second that an n8n answers, for each subject and setting. */
export interface LiveFigure {
	subject: string;
	rates: Record<Setting, number>;
}

/**
 * Sends one n8n after the other, with a setting each, the calls that the sandbox's services make, and
 * what people build without this package the same ones. Subjects take turns.
 */
export async function measureLive(
	installation: N8nInstallation,
	tarball: string,
	options: LiveOptions,
	log: Log,
): Promise<LiveFigure[]> {
	const bySubject = new Map<string, Partial<Record<Setting, number>>>();
	for (const [setting, lazy] of Object.entries(SETTINGS) as Array<[Setting, string]>) {
		log(`Calls of webhooks, ${setting} …`);
		for (const [subject, rate] of await ratesWith(installation, tarball, lazy, options)) {
			bySubject.set(subject, { ...bySubject.get(subject), [setting]: rate });
		}
	}
	return [...bySubject].map(([subject, rates]) => ({
		subject,
		rates: rates as Record<Setting, number>,
	}));
}

async function ratesWith(
	installation: N8nInstallation,
	tarball: string,
	lazy: string,
	{ rounds, milliseconds }: LiveOptions,
): Promise<Map<string, number>> {
	const n8n = await startN8n({
		installation,
		tarballs: [tarball],
		env: {
			...RECEPTION_ENVIRONMENT,
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
			N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: lazy,
		},
	});
	try {
		const subjects = await subjectsOf({ ...n8n, url: n8n.url });
		const seen = new Map<string, number[]>();
		// The first round is not counted.
		for (let round = 0; round <= rounds; round++) {
			for (const [subject, calls] of subjects) {
				const rate = await rateOf(calls, milliseconds);
				if (round > 0) seen.set(subject, [...(seen.get(subject) ?? []), rate]);
			}
		}
		return new Map([...seen].map(([subject, rates]) => [subject, median(rates)]));
	} finally {
		await n8n.stop();
	}
}

/** What is called and how, by the name of the subject. */
async function subjectsOf(
	n8n: Parameters<typeof Reception.open>[0]['target'],
): Promise<Map<string, Call[]>> {
	const recorder = await Recorder.start();
	const reception = await Reception.open({
		target: n8n,
		receivers: [n8n.url],
		entrance: recorder.url,
	});
	try {
		const recorded = await recordedCalls(reception, recorder, n8n.url);
		const example = recorded.get('radaro');
		if (example === undefined) throw new Error('Radaro has sent nothing.');
		const subjects = new Map(await callsWithoutPackage(reception, n8n.url, example));
		for (const { name, provider } of VENDORS) {
			const call = recorded.get(provider);
			if (call === undefined) throw new Error(`${name} has sent nothing.`);
			subjects.set(`${name} Trigger, wanted`, [call]);
			subjects.set(`${name} Trigger, refused`, [forged(call)]);
		}
		return subjects;
	} finally {
		await reception.close();
		await recorder.close();
	}
}

/** One call of each service, as it sends it to a trigger of a published workflow. */
async function recordedCalls(
	reception: Reception,
	recorder: Recorder,
	n8nUrl: string,
): Promise<Map<string, Call>> {
	const { rest, sandboxUrl } = reception;
	const file = await reception.bound(await triggersAlone());
	await rest.activate(await rest.importWorkflow(file));
	const types = await rest.nodeTypes();
	const urlOf = (host: string, provider: string): string =>
		webhookUrl(types, host, file, `${manifest.name}.${provider}Trigger`);
	const [host = ''] = RECEPTION_ENVIRONMENT.WEBHOOK_URL.split(/\/$/);
	await setUpPortals(sandboxUrl, (provider) => urlOf(host, provider));
	const pathOf = (provider: string): string => new URL(urlOf(host, provider)).pathname;
	const isThere = ({ provider }: { provider: string }) => recorder.calls.has(pathOf(provider));
	const isOver = (): boolean => VENDORS.every(isThere);
	await drive({ sandboxUrl, seed: 1, isOver });
	return new Map(
		VENDORS.filter(isThere).map(({ provider }) => {
			const call = recorder.calls.get(pathOf(provider));
			const { path = '', headers = {}, body = '' } = call ?? {};
			return [provider, { url: `${n8nUrl}${path}`, headers, body, status: 200 }];
		}),
	);
}

async function callsWithoutPackage(
	{ rest }: Reception,
	n8nUrl: string,
	{ body }: Call,
): Promise<Array<[string, Call[]]>> {
	const credential = await rest.createCredential({
		name: 'Header',
		type: 'httpHeaderAuth',
		data: { name: 'x-key', value: SECRET },
	});
	const names = {
		bare: 'Webhook alone',
		withHeader: 'Webhook with header authentication',
		built: 'Webhook → If → Switch → Edit Fields',
	} as const;
	const calls: Array<[string, Call[]]> = [];
	for (const [key, name] of Object.entries(names) as Array<[keyof typeof names, string]>) {
		const path = randomUUID();
		const file = withoutPackage(path, credential)[key];
		const none = { credentials: new Map(), credentialTypes: new Map() };
		await rest.activate(await rest.importWorkflow(bindWorkflow(file, none)));
		const url = `${n8nUrl}/webhook/${path}`;
		calls.push([name, [{ url, headers: { 'x-key': SECRET }, body, status: 200 }]]);
	}
	return calls;
}

/** The call without whatever proves where it comes from. */
function forged({ url, body, headers }: Call): Call {
	const { authorization: _basic, auth: _token, ...others } = headers;
	return {
		url,
		headers: others,
		body: body.replace(/"token":"[^"]*"/, '"token":"x"'),
		status: 401,
	};
}
