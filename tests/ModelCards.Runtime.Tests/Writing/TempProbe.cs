using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Schemas;
using ModelCards.Requests;
using Xunit;
namespace ModelCards.Runtime.Tests.Writing;
public sealed class TempProbe
{
    [Fact]
    public void Probe()
    {
        var lines = new List<string>();
        void M(string k, Action a) { for (int i = 0; i < 200; i++) a(); long b = GC.GetAllocatedBytesForCurrentThread(); for (int i = 0; i < 100; i++) a(); lines.Add($"{k}: {(GC.GetAllocatedBytesForCurrentThread() - b) / 100.0}"); }
        Slot ab = Slot.Of("ab"); Slot n = Slot.Of(5);
        M("plain text", () => SchemaEvaluator.Judge(new Schema().Prepare(), ab));
        var s = new Schema().Prepare();
        M("plain text2", () => SchemaEvaluator.Judge(s, ab));
        M("plain n", () => SchemaEvaluator.Judge(s, n));
        var bo = new Schema { Always = true };
        M("always", () => SchemaEvaluator.Judge(bo, n));
        M("typeof", () => Instance.TypeOf(ab));
        M("textof", () => Instance.TextOf(ab));
        M("show", () => Instance.IsFinite(ab));
        M("nothing", () => { });
        File.WriteAllLines("/tmp/h6/probe.txt", lines);
    }
}
