import { MailServer } from './mailServer';
import type { Stage } from './stage';

/** What a user fills in, of who is told. */
export const DISPATCHER_SETTINGS = {
	dispatcher: 'dispatch@sender.example',
	sender: 'n8n@sender.example',
	begin: 'beginning',
};

/** What a mail says where a line of which nothing is known was not left out. */
const UNKNOWN = /: (-|null|undefined|Invalid DateTime)$|\[object|Invalid DateTime/m;

/** A mail server of their own for the tests of a group, which can refuse mails. */
export function withMailServer(stage: () => Stage): () => MailServer {
	let started: MailServer | undefined;
	const server = (): MailServer => {
		if (!started) throw new Error('The mail server has not been started.');
		return started;
	};
	beforeAll(async () => {
		started = await MailServer.start();
		stage().story.sendMailsTo(started.port);
	});
	afterAll(async () => {
		stage().story.sendMailsTo();
		await started?.stop();
	});
	beforeEach(() => server().obey());
	afterEach(() => {
		const told = server().mails.map(({ subject, text }) => `${subject}\n${text}`);
		expect(told.filter((text) => UNKNOWN.test(text))).toEqual([]);
	});
	return server;
}
