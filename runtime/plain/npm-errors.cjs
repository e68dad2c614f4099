// Plain JavaScript with Node built-ins only: it also runs before anything is installed.

/** What happened and what to do, from what a failed npm wrote. */
function explain(output) {
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(output)) {
		return 'npm could not reach its registry. Check the connection to the internet (or the proxy settings of npm) and run the command again.';
	}
	if (/ENOSPC/.test(output)) return 'The disk is full. Free some space and run the command again.';
	if (/EACCES|EPERM/.test(output)) {
		return 'npm was not allowed to write its files. Check who owns the folder and run the command again.';
	}
	const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
	const words = (lines.length > 0 ? lines : output.trim().split('\n')).slice(0, 8).join('\n');
	return `npm did not finish. Its last words:\n${words}\nRun the command again; if it ends the same way, delete the folder it was installing into first.`;
}

module.exports = { explain };
