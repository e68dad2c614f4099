// Plain JavaScript with Node built-ins only: it also runs before anything is installed.

class UserError extends Error {
	name = 'UserError';
}

/** What a file system answers, and what it means to the one who started the command. */
const REFUSALS = {
	ENOSPC: 'The disk is full. Free some space',
	EDQUOT: 'Your share of the disk is used up. Free some space',
	EROFS: 'Nothing can be written there. Choose another folder',
	EACCES: 'This user may not. Choose another folder, or check who owns this one',
	EPERM: 'This user may not. Choose another folder, or check who owns this one',
};

function messageOf(error) {
	if (!(error instanceof Error)) return String(error);
	const refusal = REFUSALS[error.code];
	const path = error.dest ?? error.path;
	if (refusal === undefined || (path === undefined && error.syscall !== 'write')) {
		return error.message;
	}
	return `${path === undefined ? '' : `${path} cannot be used. `}${refusal}, and run the command again.`;
}

module.exports = { UserError, messageOf };
