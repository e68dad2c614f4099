import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { RestError, type Session } from './session';

export interface Login {
	email: string;
	password: string;
}

/** The account of the demo and of the tests; it guards nothing but a local demo. */
export const DEMO_LOGIN: Readonly<Login> = {
	email: 'owner@lastmile.example',
	password: 'Lastmile-demo-1',
};

/** n8n allows five logins a minute. */
const RETRIES = 8;
const RETRY_MS = 10_000;

export function ownerCalls(session: Session) {
	return {
		/** Logs in as the owner, whose account is made first if this n8n has none yet. */
		async ensureOwner(login: Login = DEMO_LOGIN): Promise<void> {
			const settings = await session.call({
				action: 'tell its settings',
				path: 'settings',
				answer: z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) }),
			});
			if (settings.userManagement.showSetupOnFirstLoad) await setUp(session, login);
			else await logIn(session, login);
		},
	};
}

async function setUp(session: Session, { email, password }: Login): Promise<void> {
	await session.call({
		action: 'set up its owner',
		method: 'POST',
		path: 'owner/setup',
		body: { email, password, firstName: 'Demo', lastName: 'Owner' },
		answer: z.unknown(),
	});
}

async function logIn(session: Session, { email, password }: Login): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await session.call({
				action: 'log its owner in',
				method: 'POST',
				path: 'login',
				body: { emailOrLdapLoginId: email, password },
				answer: z.unknown(),
			});
			return;
		} catch (error) {
			const tooMany = error instanceof RestError && error.status === 429;
			if (!tooMany || attempt === RETRIES) throw error;
			await sleep(RETRY_MS);
		}
	}
}
