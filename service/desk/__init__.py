"""The reviewer's desk: what its page needs from the service beyond the reviews themselves."""
