// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { randomUUID } = require('node:crypto');
const { mkdir, readFile, rename, rm, utimes, stat, writeFile } = require('node:fs/promises');
const { hostname } = require('node:os');
const { dirname, join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const HEARTBEAT_MS = 5_000;
/** A lock whose time stamp stands still this long, as watched by the waiter, belongs to nobody. */
const SILENT_MS = 60_000;
const POLL_MS = 500;

/**
 * Runs `task` while holding the lock folder `folder`; a second process waits for the first.
 * A lock left behind by a process that no longer lives is taken over.
 */
async function withLock(folder, task, onWait = () => {}) {
	const token = await acquire(folder, onWait);
	const heartbeat = setInterval(() => {
		const now = new Date();
		utimes(join(folder, 'owner.json'), now, now).catch(() => {});
	}, HEARTBEAT_MS);
	heartbeat.unref();
	try {
		return await task();
	} finally {
		clearInterval(heartbeat);
		if ((await owner(folder))?.token === token) await rm(folder, { recursive: true, force: true });
	}
}

async function acquire(folder, onWait) {
	await mkdir(dirname(folder), { recursive: true });
	const token = randomUUID();
	const watch = { token: undefined, mtime: 0, since: 0 };
	for (let announced = false; ; await sleep(POLL_MS)) {
		if (await create(folder, token)) return token;
		const holder = await owner(folder);
		if (!holder) continue;
		if (isGone(holder) || isSilent(holder, watch)) {
			await takeAway(folder, holder.token);
			continue;
		}
		if (!announced) onWait(holder.pid);
		announced = true;
	}
}

/** The folder appears together with its owner file: renaming onto a full folder fails. */
async function create(folder, token) {
	const draft = `${folder}.${token}`;
	await mkdir(draft);
	const content = { token, pid: process.pid, host: hostname() };
	await writeFile(join(draft, 'owner.json'), JSON.stringify(content));
	try {
		await rename(draft, folder);
		return true;
	} catch {
		await rm(draft, { recursive: true, force: true });
		return false;
	}
}

async function isLocked(folder) {
	const holder = await owner(folder);
	return holder !== undefined && !isGone(holder);
}

async function owner(folder) {
	try {
		const file = join(folder, 'owner.json');
		const [text, info] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
		return { ...JSON.parse(text), mtime: info.mtimeMs };
	} catch {
		return undefined;
	}
}

function isGone(holder) {
	if (holder.host !== hostname()) return false;
	try {
		process.kill(holder.pid, 0);
		return false;
	} catch (error) {
		return error.code === 'ESRCH';
	}
}

function isSilent(holder, watch) {
	const now = performance.now();
	if (watch.token !== holder.token || watch.mtime !== holder.mtime) {
		Object.assign(watch, { token: holder.token, mtime: holder.mtime, since: now });
	}
	return now - watch.since > SILENT_MS;
}

/** Moves the lock aside first, so that of several waiters only one removes it. */
async function takeAway(folder, token) {
	const aside = `${folder}.${randomUUID()}.old`;
	try {
		await rename(folder, aside);
	} catch {
		return;
	}
	if (
		(await owner(aside))?.token === token ||
		!(await rename(aside, folder).then(
			() => true,
			() => false,
		))
	)
		await rm(aside, { recursive: true, force: true });
}

module.exports = { isLocked, withLock };
