import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

import { listenError } from './core/listen';

const KEPT = 200;

/** A mail as the page shows it. */
export interface Mail {
	id: number;
	from: string;
	to: string;
	subject: string;
	text: string;
	/** Kept for those who test mails; the page does not render it. */
	html: string | null;
	date: string;
	attachments: Array<{ name: string; type: string; size: number }>;
}

export interface Inbox {
	port: number;
	/** Newest first. */
	all(): readonly Mail[];
	/** Content of a mail's attachment, counted from 0, while the mail is kept. */
	attachment(mailId: number, index: number): Buffer | undefined;
	/** Of all mails, also of those that are no longer kept, oldest first. */
	subjects(): readonly string[];
	clear(): void;
	/** Everything but what was attached. */
	snapshot(): KeptMails;
	restore(kept: KeptMails): void;
	close(): Promise<void>;
}

/** Mails as they are kept over a restart. */
export interface KeptMails {
	mails: Mail[];
	subjects: string[];
}

/** Starts a mail server that accepts everything and delivers nothing. */
export async function startInbox(options: {
	port: number;
	host: string;
	received: (mail: Mail) => void;
}): Promise<Inbox> {
	let mails: Mail[] = [];
	let nextId = 1;
	const contents = new WeakMap<Mail, Buffer[]>();
	let subjects: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		// Without TLS a login would be refused; on loopback there is nobody to listen in.
		allowInsecureAuth: true,
		disabledCommands: ['STARTTLS'],
		disableReverseLookup: true,
		closeTimeout: 1,
		onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
		onData: (stream, session, done) => {
			simpleParser(stream).then((parsed) => {
				const envelope = session.envelope;
				const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
				const mail = {
					id: nextId++,
					from: parsed.from?.text ?? sender,
					to: addresses(parsed.to) || envelope.rcptTo.map((to) => to.address).join(', '),
					subject: parsed.subject ?? '',
					text: parsed.text ?? '',
					html: parsed.html || null,
					date: (parsed.date ?? new Date()).toISOString(),
					attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
						name: filename ?? '',
						type: contentType,
						size,
					})),
				};
				contents.set(
					mail,
					parsed.attachments.map(({ content }) => content),
				);
				mails = [mail, ...mails].slice(0, KEPT);
				subjects.push(mail.subject);
				options.received(mail);
				done();
			}, done);
		},
	});
	const port = await listen(server, options.port, options.host);
	// A client that breaks off is no reason to end the sandbox.
	server.on('error', () => undefined);
	return {
		port,
		all: () => mails,
		attachment: (mailId, index) => {
			const mail = mails.find(({ id }) => id === mailId);
			return mail && contents.get(mail)?.[index];
		},
		subjects: () => subjects,
		clear: () => {
			mails = [];
			subjects = [];
		},
		snapshot: () => ({ mails, subjects }),
		restore: (kept) => {
			mails = kept.mails.map((mail) => ({ ...mail, attachments: [] }));
			subjects = kept.subjects;
			nextId = Math.max(0, ...mails.map(({ id }) => id)) + 1;
		},
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}

function listen(server: SMTPServer, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => reject(listenError(error, port, 'mail server')));
		server.listen(port, host, () => {
			const address = server.server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

function addresses(to: AddressObject | AddressObject[] | undefined): string {
	return [to ?? []]
		.flat()
		.map((each) => each.text)
		.join(', ');
}
