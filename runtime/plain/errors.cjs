// Plain JavaScript with Node built-ins only: it also runs before anything is installed.

class UserError extends Error {
	name = 'UserError';
}

function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}

module.exports = { UserError, messageOf };
