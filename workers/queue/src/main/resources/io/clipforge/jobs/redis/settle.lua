#!lua
-- Of all who settle the same report, exactly one is counted; a settled report is gone.
-- KEYS: reports   ARGV: group, then the ids
local settled = redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, 2))
redis.call('XDEL', KEYS[1], unpack(ARGV, 2))
return settled
