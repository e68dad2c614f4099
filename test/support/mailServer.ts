import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that was taken. */
export interface TakenMail {
	to: string;
	subject: string;
	text: string;
	/** Names of the attached files, where there are any. */
	files?: string[];
	/** Of a mail that has such a part. */
	html?: string;
}

/** A mail server on loopback that takes mails, refuses addresses, or is busy, as a test wants it. */
export class MailServer {
	/** Oldest first. */
	readonly mails: TakenMail[] = [];
	/** Addresses that are refused for good, with 550. */
	refusing: RegExp | undefined;
	/** Whether every mail is put off, with 421. */
	isBusy = false;
	/** Called when a mail was taken, before that is said. */
	onTaken: (() => Promise<void>) | undefined;
	readonly #server: SMTPServer;

	private constructor() {
		this.#server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			disableReverseLookup: true,
			closeTimeout: 1,
			onMailFrom: (_address, _session, done) =>
				done(this.isBusy ? answer(421, 'Try again later') : null),
			onRcptTo: ({ address }, _session, done) =>
				done(this.refusing?.test(address) ? answer(550, 'No such user here') : null),
			onData: (stream, session, done) => {
				simpleParser(stream)
					.then(async ({ subject = '', text = '', html, attachments }) => {
						const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
						const files = attachments.map(({ filename = '' }) => filename);
						const parts = { ...(files.length > 0 && { files }), ...(html ? { html } : {}) };
						this.mails.push({ to, subject, text, ...parts });
						await this.onTaken?.();
						done();
					})
					.catch(done);
			},
		});
		// A client that was killed is no reason to end.
		this.#server.on('error', () => undefined);
	}

	static async start(): Promise<MailServer> {
		const server = new MailServer();
		await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
		return server;
	}

	get port(): number {
		const address = this.#server.server.address();
		return typeof address === 'object' && address ? address.port : 0;
	}

	/** Forgets its mails, and what tests have wanted of it. */
	obey(): void {
		this.mails.length = 0;
		this.refusing = undefined;
		this.isBusy = false;
		this.onTaken = undefined;
	}

	async stop(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.close(resolve));
	}
}

function answer(code: number, text: string): Error {
	return Object.assign(new Error(text), { responseCode: code });
}
