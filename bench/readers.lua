-- Readers for wrk: each request asks for the next of the listed paths, as browsers do, compressed.
-- The last line of the output is the result as JSON.

local paths = {}
local at = 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    table.insert(paths, line)
  end
  at = number * 37
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Host"] = "127.0.0.1", ["Accept-Encoding"] = "gzip, deflate, br" })
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "bytes": %d, "median_ms": %.1f, "slowest_of_100_ms": %.1f, ' ..
    '"errors": {"connect": %d, "read": %d, "write": %d, "status": %d, "timeout": %d}}',
    summary.requests, summary.bytes, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
