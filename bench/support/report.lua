-- For wrk: asks for the paths in $BENCH_PATHS in turn, and prints what came of it as one line of JSON.

local paths = {}
for path in os.getenv("BENCH_PATHS"):gmatch("%S+") do
  paths[#paths + 1] = path
end

local nth = 0
function request()
  nth = nth % #paths + 1
  return wrk.format("GET", paths[nth])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"microseconds":%d,"failed":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)
  ))
end
