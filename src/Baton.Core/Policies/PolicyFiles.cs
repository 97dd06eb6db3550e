using System.Security.Cryptography;
using System.Text;

namespace Baton.Policies;

/// <summary>A policy as it lies on disk, or is built in: the file's name as errors give it, its YAML text, and the templates beside it.</summary>
public sealed record PolicyFiles(string FileName, string Yaml, IReadOnlyDictionary<string, Template> Templates)
{
    /// <summary>
    /// Reads a policy file and the folder <c>templates</c> beside it. A template there replaces the built-in one of its name;
    /// the others stay, so that a company need only write the texts that it wants to be different.
    /// </summary>
    public static PolicyFiles At(string path, IReadOnlyDictionary<string, Template> builtIn)
    {
        var own = TemplateFolder.Load(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "templates"));
        return new PolicyFiles(path, File.ReadAllText(path), builtIn.Concat(own).GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal));
    }

    /// <summary>SHA-256 over the YAML and every template in the order of their keys: first 12 hex digits.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Yaml);
        foreach (var (key, template) in Templates.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            Add(hash, key);
            Add(hash, template.Text);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    // The length goes first, so that no text can pass for the end of one and the beginning of the next.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
        hash.AppendData(bytes);
    }
}
